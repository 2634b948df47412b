import { startApiServer } from './api-server';
import type { Connection, Endpoint } from './connection';
import { startDatabase } from './database';

export interface ControlPlane {
  readonly endpoint: Endpoint;
  readonly connection: Connection;
  stop(): Promise<void>;
}

/** Starts what judges an object in every cluster: the API server and its database, without a node or a controller. */
export async function startControlPlane(): Promise<ControlPlane> {
  const database = await startDatabase();
  try {
    const server = await startApiServer(database.url);
    return {
      endpoint: server.endpoint,
      connection: server.connection,
      stop: async () => {
        await server.connection.close();
        await server.program.stop();
        await database.program.stop();
      },
    };
  } catch (error) {
    await database.program.stop();
    throw error;
  }
}
