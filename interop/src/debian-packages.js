// Prints the Debian packages that clients need and that are not installed, for apt-get.
import { clients } from "./clients.js";

console.log([...new Set(clients.flatMap(({ missingPackages = [] }) => missingPackages))].join(" "));
