import { readFileSync } from "node:fs";
import { type AnySchemaObject, Ajv, type ValidateFunction } from "ajv";
import { XmlDocument, XsdValidator } from "libxml2-wasm";

/** What a schema has to say against a report; nothing if it fits. */
export type Check = (report: string) => readonly unknown[];

const formats = {
  uri: (text: string) => isReference(text) && URL.canParse(text),
  "uri-reference": isReference,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
};

/** By format; see schemas/README.md. */
export const complaints: Readonly<Record<"sarif" | "gitlab" | "junit", Check>> = {
  sarif: json(sarifSchema()),
  gitlab: json(schema("gitlab-code-quality.json")),
  junit: xml(readFileSync("test/schemas/junit.xsd", "utf8")),
};

function schema(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(`test/schemas/${name}`, "utf8"));
}

/** It is written in draft 4, of which it uses nothing that draft 7 reads otherwise but the name of its own address. */
function sarifSchema(): AnySchemaObject {
  const { id: _, $schema: __, ...rest } = schema("sarif-2.1.0-rtm.5.json");
  return rest;
}

function json(of: AnySchemaObject): Check {
  // SARIF's pattern for languages has a bracket that the patterns of Unicode would not take.
  const validate: ValidateFunction = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(of);
  return (report) => (validate(JSON.parse(report)) ? [] : (validate.errors ?? ["no reason given"]));
}

/** RFC 3986, appendix A: a path whose first part holds no colon, or what begins with a scheme. */
function isReference(text: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|(?![^/?#]*:))(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9A-F]{2})*$/i.test(text);
}

function xml(xsd: string): Check {
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(xsd));
  return (report) => {
    try {
      parsed(report, (document) => validator.validate(document));
      return [];
    } catch (error) {
      return [error];
    }
  };
}

/** What a function takes out of an XML report. @throws if it is not well-formed. */
export function parsed<T>(report: string, take: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(report);
  try {
    return take(document);
  } finally {
    document.dispose();
  }
}
