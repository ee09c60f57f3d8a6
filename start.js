// `npm start`: the sample project; `npm start -- COMMAND …`: outgate itself, in the folder where npm was called.
// Plain JavaScript that old versions of Node can read, so that they can say what is wrong.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `outgate needs Node.js 22.18 or newer and found ${process.versions.node}: run \`npm ci\` again with install scripts allowed, which brings one, or install one from https://nodejs.org.`,
  );
  process.exit(2);
}
void import("./scripts/start.ts").then(({ start }) => start(process.argv.slice(2)));
