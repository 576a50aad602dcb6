import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { adminPassword, hostAddress, port, providerAddress } from './host';
import { startUniversity } from './university';

/** Starts the real host on a fresh database in practice mode, and a university that people can sign in with. Gives back how to stop both. */
export default async function start(): Promise<() => Promise<void>> {
  const root = resolve(__dirname, '../..');
  const data = mkdtempSync(join(tmpdir(), 'partnercrm-e2e-'));
  process.env['E2E_DATA'] = data;
  const stopUniversity = await startUniversity();
  const program = process.env['E2E_HOST'] ?? join(root, 'artifacts/standins/bin/PartnerCrm.Host/release/PartnerCrm.Host.dll');
  const host = spawn('dotnet', [program], {
    cwd: join(root, 'src/PartnerCrm.Host'),
    env: {
      ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', Demo__Enabled: 'true', PORT: String(port), PARTNERCRM_DATA: data,
      PARTNERCRM_ADMIN_PASSWORD: adminPassword, PARTNERCRM_CLIENT_SECRET: adminPassword,
      // Everybody signs in from this one machine.
      Limits__SignInPerMinute: '600',
      SignIn__External__Authority: providerAddress, SignIn__External__ClientId: 'partnercrm', SignIn__External__ClientSecret: 'a secret of the journeys',
      SignIn__External__DisplayName: 'Example University', SignIn__External__Groups__engagement: 'engagement-manager',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [host.stdout, host.stderr]) stream.on('data', (text: Buffer) => { said = (said + text.toString()).slice(-8000); });
  const ended = new Promise<void>(end => host.once('exit', () => end()));

  const stop = async () => {
    host.kill('SIGTERM');
    await ended;
    await stopUniversity();
    rmSync(data, { recursive: true, force: true });
  };
  for (const until = Date.now() + 180_000; ; ) {
    if (await fetch(`${hostAddress}/health`).then(answer => answer.ok, () => false)) return stop;
    if (host.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`The host did not start. It said:\n${said}`);
    }
    await new Promise(wait => setTimeout(wait, 200));
  }
}
