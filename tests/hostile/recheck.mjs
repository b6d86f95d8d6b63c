// Reads regular expressions as JSON, adds those written in the extension, and prints the ones that can be made slow, with how.
import { readFileSync, readdirSync } from "node:fs";
import { check } from "recheck";
import ts from "typescript";

const PATIENCE_MS = 20_000;
const EXTENSION = new URL("../../extension/", import.meta.url);

/** Python's notation in JavaScript's. */
const translated = (source) => source.replaceAll("(?P<", "(?<").replaceAll("(?i:", "(?:");

/** @type {(node: ts.Node) => string[]} */
const literals = (node) =>
  ts.isRegularExpressionLiteral(node) ? [node.text] : node.getChildren().flatMap(literals);

const inExtension = () =>
  readdirSync(EXTENSION, { recursive: true }).filter((name) => name.endsWith(".js")).flatMap((name) => {
    const file = ts.createSourceFile(name, readFileSync(new URL(name, EXTENSION), "utf8"), ts.ScriptTarget.Latest, true);
    return literals(file).map((text) => {
      const end = text.lastIndexOf("/");
      return { where: `extension/${name}`, source: text.slice(1, end), flags: text.slice(end + 1) };
    });
  });

/** Python's patterns read whole code points, but do not mind needless escapes as JavaScript's "u" does. */
const checked = async (source, flags) => {
  const plain = await check(source, flags, { timeout: PATIENCE_MS });
  return plain.error?.kind === "invalid" ? check(source, `${flags}u`, { timeout: PATIENCE_MS }) : plain;
};

/** How to make it slow, or null. */
const weakness = async ({ source, flags, ...rest }) => {
  const { status, attack, complexity, error } = await checked(translated(source), flags);
  if (status === "safe") return null;
  const shape = attack && { pumps: attack.pumps.map(({ prefix, pump }) => [prefix, pump]), suffix: attack.suffix };
  return { ...rest, source, status, why: complexity?.summary ?? error?.kind, attack: shape ?? null };
};

const asked = [...JSON.parse(readFileSync(0, "utf8")), ...inExtension()];
const found = [];
for (const one of asked) found.push(await weakness(one));
process.stdout.write(JSON.stringify({ looked: asked.length, weak: found.filter(Boolean) }), () => process.exit());
