import { expect, it } from 'vitest'
import { parseAgency, readAgency, unknownAgency } from '../../config/read-agency.ts'

const small = 'id: wra\nname: 經濟部水利署\nurl: https://www.agency.test/\n'

it('an agency file needs id, name and address; the rest has a default that claims nothing', () => {
  expect(parseAgency(small, 'wra.yaml')).toEqual({
    url: 'https://www.agency.test/',
    agency: { id: 'wra', name: '經濟部水利署', kind: 'agency', isCollegial: null, parentHosts: [], notApplicable: {} },
  })
})

it.each([
  ['a missing name', 'id: wra\nurl: https://a.test/\n', /name/],
  ['an unknown key', `${small}colour: red\n`, /colour/],
  ['an address of another scheme', small.replace('https', 'ftp'), /url/],
  ['an id that could leave the folder', small.replace('id: wra', 'id: ../wra'), /id/],
  ['broken YAML', 'id: [', /wra\.yaml/],
])('%s is told with file and place', (_, text, place) => {
  const fault = expect.objectContaining({ fault: 'operator', message: expect.stringMatching(place) })
  expect(() => parseAgency(text, 'wra.yaml')).toThrow(fault)
})

it('an agency without a file is none, and one that nobody told us about is its host', () => {
  expect(readAgency('no-such-agency')).toBeNull()
  expect(unknownAgency('www.Agency.test').id).toBe('agency.test')
})
