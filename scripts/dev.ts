// The demo with hot reload.
// usage: ./run dev [--reset]
import { runDemoHouse } from "./support/demo-house.ts";

await runDemoHouse({ dev: true });
