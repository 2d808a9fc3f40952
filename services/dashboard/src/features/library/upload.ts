/** A `fetch` that tells how many bytes of its body have gone: the browser's own does not. */
export const uploadWith =
  (sent: (bytes: number) => void) =>
  (address: string, { method = "POST", headers, body, signal }: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const cancelled = () => reject(new DOMException("the upload was cancelled", "AbortError"));
      if (signal?.aborted) return cancelled();
      const request = new XMLHttpRequest();
      request.open(method, address);
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded }) => sent(loaded);
      request.onload = () => resolve(new Response(request.responseText || null, { status: request.status }));
      request.onerror = () => reject(new TypeError("the upload was cut off"));
      request.onabort = cancelled;
      signal?.addEventListener("abort", () => request.abort(), { once: true });
      request.send(body as Blob);
    });
