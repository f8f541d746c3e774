import { runProduct } from "./launch/run-product.js";
import { services } from "./launch/services.js";

await runProduct(services);
