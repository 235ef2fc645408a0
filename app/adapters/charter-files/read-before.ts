/**
 * The data of YAML files that a build has read before, as JSON, by the SHA-256 of their bytes. Where the sources run
 * there is none: app/report-build.ts puts those of the library here.
 */
export const readBefore: ReadonlyMap<string, string> = new Map();
