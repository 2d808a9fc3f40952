// Exit code 0 when the service answers at HEALTH_URL: what the image's health check runs, as the image has no curl.
try {
  const response = await fetch(process.env.HEALTH_URL, { signal: AbortSignal.timeout(2_000) });
  process.exit(response.ok ? 0 : 1);
} catch {
  process.exit(1);
}
