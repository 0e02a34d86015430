// Plain JavaScript on purpose: it must run, and explain itself, on a Node too old for the rest.
const NEEDED = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    `Atalaya needs Node ${NEEDED.join('.')} or newer, and this is ${process.versions.node}: run "npm ci" again without "--omit=optional" (it brings its own Node), or install a newer Node.`,
  );
  process.exit(1);
}
