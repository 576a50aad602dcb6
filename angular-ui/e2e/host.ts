/** Where the journeys' own host listens; another port with E2E_PORT. */
export const port = Number(process.env['E2E_PORT'] ?? 5331);
export const hostAddress = `http://localhost:${port}`;
export const adminPassword = 'Journeys-in-Chromium-2026!';

/** The university's own sign-in, see university.ts. */
export const providerPort = port + 1;
export const providerAddress = `http://127.0.0.1:${providerPort}`;

/** Where the host keeps its data; known once it has started. */
export const dataFolder = () => process.env['E2E_DATA']!;
