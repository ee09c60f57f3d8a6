/** What examples/site/build.ts uses of Eleventy, which has no types of its own. https://www.11ty.dev/docs/programmatic/ */
declare module "@11ty/eleventy" {
  interface Config {
    readonly addGlobalData: (name: string, data: unknown) => void;
    readonly setNunjucksEnvironmentOptions: (options: Readonly<Record<string, boolean>>) => void;
  }

  interface Options {
    readonly quietMode: boolean;
    readonly config: (config: Config) => void;
  }

  /** @param output relative to the current folder */
  export class Eleventy {
    constructor(input: string, output: string, options: Options);
    write(): Promise<unknown>;
  }
}
