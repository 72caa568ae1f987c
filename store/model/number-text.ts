/** A count or an amount as people read it: at most one decimal, thousands set off. No years, codes or status. */
export function numberText(value: number): string {
  const rounded = Math.round(value * 10) / 10
  const [whole = '0', decimals] = String(Math.abs(rounded)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${rounded < 0 ? '-' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`
}
