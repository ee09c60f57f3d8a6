import { Unparsed } from "../format.ts";

/** What references may come to in one document, in bytes: each is short, and what it stands for can be long. */
const most = 1 << 20;

const entity = /<!ENTITY\s+([\w.:-]{1,40})\s+(?:"([^"]*)"|'([^']*)')/g;

/** What a document in XML declares itself (XML 1.0, 4.2), as far as it stands in the document. References in it stay as they are. */
export class Declared {
  readonly #values = new Map<string, Uint8Array>();
  #left = most;

  read(declaration: Buffer): void {
    for (const [, name = "", double, single] of declaration.toString("latin1").matchAll(entity))
      this.#values.set(name, Buffer.from(double ?? single ?? "", "latin1"));
  }

  /** @throws {Unparsed} where they come to more than is read */
  valueOf(name: string): Uint8Array | undefined {
    const value = this.#values.get(name);
    this.#left -= value?.length ?? 0;
    if (this.#left < 0) throw new Unparsed("what its own entities stand for is longer than 1 MB");
    return value;
  }

  get isEmpty(): boolean {
    return this.#values.size === 0;
  }
}
