// Starts the standalone server where LISTEN_ADDR says (host:port, 127.0.0.1:3000 without it). By itself the server listens
// on HOSTNAME, which is the name of the pod in Kubernetes.
const address = process.env.LISTEN_ADDR || '127.0.0.1:3000';
const [, host, port] = /^(.+):(\d{1,5})$/.exec(address) ?? [];
if (host === undefined || Number(port) > 65535) {
  process.stderr.write(`LISTEN_ADDR is "${address}": write host and port like 0.0.0.0:3000\n`);
  process.exit(2);
}
process.env.HOSTNAME = host;
process.env.PORT = port;
// Longer than the hour after which Envoy closes idle connections: who closes last loses no request.
process.env.KEEP_ALIVE_TIMEOUT = String(65 * 60_000);
process.env.NEXT_TELEMETRY_DISABLED = '1';
await import('./server.js');
