const anyAddress = ["127.0.0.1", "0.0.0.0", "::1", "::", "localhost"];

/** What a person types into a browser on this machine. */
export function publicUrl({ HOST: host, PORT: port }: { readonly HOST: string; readonly PORT: number }): string {
  const name = anyAddress.includes(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
