import { ABSENT, AS_3, type Difference, stockOf } from './compare'

const BEGIN = '<!-- differences:begin -->'
const END = '<!-- differences:end -->'

/** The page with the list between its marks. */
export function pageWith(page: string, differences: Readonly<Record<string, readonly Difference[]>>): string {
  const tables = Object.entries(differences).map(
    ([title, each]) =>
      `## ${title}\n\n| where | stock | Heddle | why |\n|---|---|---|---|\n${each.map((difference) => row(difference)).join('')}`,
  )
  const [before] = page.split(BEGIN, 1)
  const after = page.slice(page.indexOf(END))
  return `${before}${BEGIN}\n\n${tables.join('\n')}\n${after}`
}

function row(difference: Difference): string {
  const { where, heddle, reason } = difference
  const { 2: two, 3: three } = stockOf(difference)
  const stock = two === three ? value(two) : `2.x: ${value(two)}<br>3.x: ${value(three)}`
  return `| ${[where].flat().map(code).join('<br>')} | ${stock} | ${value(heddle)} | ${reason} |\n`
}

const value = (text: string): string => (text === ABSENT || text === AS_3 ? text : text === '*' ? 'any' : code(text))

const code = (text: string): string => `\`${text.replaceAll('|', '\\|').replaceAll('\n', '↵')}\``
