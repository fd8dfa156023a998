// The whole house on this machine: database, demo data, production build, web server, worker.
// usage: ./run demo [--reset]
import { runDemoHouse } from "./support/demo-house.ts";

await runDemoHouse({ dev: false });
