// Reads Mermaid charts (a JSON list on stdin) with the bundle that is named, and writes their boxes and lines as JSON.
const fs = require('fs')
const vm = require('vm')

// Without a browser the sanitizer in the bundle is empty; only drawing needs it, which is not done here.
for (const name of ['addHook', 'sanitize']) {
  Object.defineProperty(Object.prototype, name, { value: (text) => text, configurable: true })
}
vm.runInThisContext(fs.readFileSync(process.argv[2], 'utf-8'))

async function main () {
  const found = []
  for (const text of JSON.parse(fs.readFileSync(0, 'utf-8'))) {
    await mermaid.parse(text)
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text)
    found.push({
      boxes: [...db.getVertices().values()].map(({ id, text, classes }) => ({ id, text, classes })),
      lines: db.getEdges().map(({ start, end }) => [start, end])
    })
  }
  console.log(JSON.stringify(found))
}

main().catch((error) => { console.error(String(error.message)); process.exit(1) })
