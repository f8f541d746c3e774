/** Dashmon's operations that need no credential; those of billing refuse everybody. */
export const openDashmonOperations: readonly string[] = [
  ...["POST /auth/local/signup", "POST /auth/local/login", "GET /auth/google", "GET /auth/google/callback"],
  ...["GET /logout", "POST /logout", "GET /api/health", "GET /api/meta/capabilities"],
  ...["plans", "config", "test-mode", "paypal/subscription/{subscriptionId}"].map((path) => `GET /api/billing/${path}`),
  ...["simulate-upgrade", "demo/activate", "bank-transfer/request", "bank-transfer/confirm"].map(postToBilling),
  ...["paypal/create-subscription", "paypal/cancel", "paypal/webhook"].map(postToBilling),
];

function postToBilling(path: string): string {
  return `POST /api/billing/${path}`;
}
