/** Where the servers of a test run are; provided by the global setup. */
export interface StackCoordinates {
  natsUrl: string;
  busKeysDir: string;
  systemCredentialsFile: string;
  redisUrl: string;
  clickhouseUrl: string;
  clickhouseUsername: string;
  clickhousePassword: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    stack: StackCoordinates;
  }
}
