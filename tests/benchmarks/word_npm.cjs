// Makes the document with docx of npm: node word_npm.cjs MODULE GIVEN.json MADE.docx
// Prints the seconds of processor time that it took, once the code was warm.
"use strict";

const { readFileSync, writeFileSync } = require("node:fs");

const [module_, given, target] = process.argv.slice(2);
const {
  AlignmentType,
  Bookmark,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} = require(module_);
const { text, masthead, record, styles } = JSON.parse(readFileSync(given, "utf8"));

// The library knows styles by their ids, and takes those of others as they are.
const ids = new Map(
  [...styles.matchAll(/w:styleId="([^"]+)"[^>]*><w:name w:val="([^"]+)"/g)].map((each) => [each[2], each[1]]),
);

const numbering = {
  config: [
    {
      reference: "operative",
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.LEFT },
        { level: 1, format: LevelFormat.LOWER_LETTER, text: "(%2)", alignment: AlignmentType.LEFT },
        { level: 2, format: LevelFormat.LOWER_ROMAN, text: "(%3)", alignment: AlignmentType.LEFT },
      ],
    },
  ],
};

function paragraph(line, name) {
  const runs = line.runs.map(
    ([words, style]) => new TextRun({ text: words, style: style ? ids.get(style) : undefined }),
  );
  return new Paragraph({
    style: ids.get(line.style),
    numbering: line.counted ? { reference: "operative", level: 0 } : undefined,
    children: [new Bookmark({ id: name, children: runs })],
  });
}

function head() {
  const [inside, below] = [true, false].map((wanted) =>
    masthead
      .filter((line) => line.in_table === wanted)
      .map((line, place) => paragraph(line, `${wanted ? "head" : "below"}${place}`)),
  );
  const rows = [inside.slice(0, 2), inside.slice(2)].map(
    (cells) => new TableRow({ children: cells.map((each) => new TableCell({ children: [each] })) }),
  );
  return [new Table({ rows }), ...below];
}

async function made() {
  const body = text.map((line, place) => paragraph(line, `mark${place}`));
  const document = new Document({
    externalStyles: styles,
    numbering,
    sections: [{ children: [...head(), ...body] }],
  });
  return Packer.toBuffer(document, undefined, [{ path: "customXml/item900.xml", data: record }]);
}

async function main() {
  await made();
  const before = process.cpuUsage();
  const file = await made();
  const { user, system } = process.cpuUsage(before);
  writeFileSync(target, file);
  console.log((user + system) / 1e6);
}

main();
