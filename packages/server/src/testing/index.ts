// For the tests of the other packages; it is not published in a form that could be imported.
export { type Engine, engines, postgresUrl, type TestDatabase } from "./engines.js";
export { type Cluster, type ClusterOptions, startCluster } from "./postgres/cluster.js";
export { createSchema, type TestSchema } from "./postgres/schema.js";
