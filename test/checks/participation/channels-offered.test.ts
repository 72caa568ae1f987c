import fc from 'fast-check'
import { expect, it } from 'vitest'
import check from '../../../checks/participation/channels-offered.ts'
import { additionalKinds, type CountedKind, type Presence } from '../../../checks/participation/count-kinds.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const form = '<form action="/send" method="post"><textarea name="t"></textarea><button>送出</button></form>'
const mail = `<main><h1>意見信箱</h1><p>來信後寄發案件編號。</p>${form}</main>`
/** A board whose newest post is of that day. */
const board = (day = '115年11月1日') =>
  `<main><h1>討論</h1><table><tr><th>主題</th><th>日期</th></tr><tr><td>輪灌公告</td><td>${day}</td></tr><tr><td>雨水桶</td><td>103年1月2日</td></tr></table></main>`
const question =
  '<form action="/s" method="post"><input type="radio" name="q"> 滿意 <input type="radio" name="q"> 不滿意</form>'

const labels: Record<string, string> = {
  '/mail': '意見信箱',
  '/forum': '討論區',
  '/board': '留言版',
  '/agora': '民意論壇',
  '/vote': '網路投票',
  '/survey': '問卷調查',
}

/** A site whose menu leads to these pages by the names of `labels`; `extra` is what else stands on the home page. */
function audit(pages: Record<string, SiteAnswer>, extra = '', options?: SnapshotOptions) {
  const menu = Object.keys(pages).flatMap((path) =>
    labels[path] === undefined ? [] : [`<a href="${path}">${labels[path]}</a>`],
  )
  return checkSite(check, { '/': `<body><nav>${menu.join('')}</nav>${extra}</body>`, ...pages }, options)
}

const base = { '/mail': mail, '/forum': board() }

it('the base and nothing else are two kinds, none of them additional', async () => {
  const { numbers, outcomes } = await audit(base)
  expect(numbers).toMatchObject({
    feedback: [1, 0, 1],
    forum: [1, 0, 1],
    kinds: [2, 0, 8],
    additionalKinds: [0, 0, null],
  })
  expect(outcomes).toEqual([
    ['offered', 'conforms'],
    ['offered', 'conforms'],
  ])
})

it('a board of one short post is a question, one that says nothing is none', async () => {
  const of = (text: string) => audit({ '/mail': mail, '/board': `<main><h1>留言版</h1>${text}</main>` })
  const post = '<p>林先生：路燈不亮已經三天，請派員處理。機關回覆：已通知台電公司修復。</p>'
  expect((await of(post)).numbers).toMatchObject({ messageBoard: [0, 1, 1] })
  expect((await of('<p>歡迎留言</p>')).numbers).toMatchObject({ messageBoard: [0, 0, 1] })
})

it('a 論壇 is one of whoever writes there; a forum that is held is none', async () => {
  const pages = { '/mail': mail, '/talk': board() }
  const named = (name: string) => audit(pages, `<a href="/talk">${name}</a>`)
  expect((await named('用戶論壇')).numbers).toMatchObject({ opinionForum: [1, 0, 1] })
  expect((await named('國際水利論壇')).numbers).toMatchObject({ opinionForum: [0, 0, 1] })
})

it('all kinds are counted, social networks together as one', async () => {
  const social =
    '<footer><a href="https://www.facebook.com/moea.wra"><img src="/f.png"></a><a href="https://www.youtube.com/@wra"></a><a href="https://line.me/R/ti/p/%40wra">LINE</a></footer>'
  const join = '<a href="https://join.gov.tw/index">公共政策網路參與平臺</a>'
  const pages = {
    ...base,
    '/board': board(),
    '/agora': board(),
    '/vote': `<main>${question}</main>`,
    '/survey': `<main>${question}</main>`,
  }
  const { numbers } = await audit(pages, social + join)
  expect(numbers).toMatchObject({
    networks: [3, 0, null],
    social: [1, 0, 1],
    kinds: [8, 0, 8],
    additionalKinds: [6, 0, null],
  })
})

it.each([
  ['an icon without text', '<footer><a href="https://www.facebook.com/moea.wra"><img src="/f.png"></a></footer>'],
  [
    'a page plugin in a frame',
    '<iframe src="https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fwra"></iframe>',
  ],
  ['a short address of LINE', '<a href="https://lin.ee/abc123">LINE</a>'],
  ['X under its new name', '<a href="https://x.com/MOEA_WRA">X</a>'],
  ['Threads', '<a href="https://www.threads.net/@wra.gov">Threads</a>'],
  ['Instagram', '<a href="https://www.instagram.com/wra.gov/">IG</a>'],
  ['a channel of YouTube by its id', '<a href="https://www.youtube.com/channel/UC12345">影音</a>'],
])('%s is a social network', async (_, link) => {
  expect((await audit(base, link)).numbers['social']).toEqual([1, 0, 1])
})

it.each([
  ['a button to share', '<a href="https://www.facebook.com/sharer/sharer.php?u=x">分享</a>'],
  ['a button to tweet', '<a href="https://twitter.com/intent/tweet?text=x">分享</a>'],
  ['a button to send by LINE', '<a href="https://line.me/R/msg/text/?x">分享</a>'],
  ["a template's front door", '<a href="https://www.facebook.com/">Facebook</a>'],
  ["a template's account", '<a href="https://www.facebook.com/yourpage">Facebook</a>'],
  ['a blank link', '<a href="#">Facebook</a>'],
  ['a single film', '<a href="https://www.youtube.com/watch?v=1">節水短片</a>'],
  ['a film in a frame', '<iframe src="https://www.youtube.com/embed/1"></iframe>'],
  ['a host that ends alike', '<a href="https://notfacebook.com/wra">臉書</a>'],
  ['a single photograph', '<a href="https://www.facebook.com/photo/?fbid=1">照片</a>'],
])('%s is no social network', async (_, link) => {
  expect((await audit(base, link)).numbers['social']).toEqual([0, 0, 1])
})

it('an account that is gone does not count, and what an article links to is not the agency', async () => {
  const dead = 'https://www.facebook.com/gone.page'
  const gone = await audit({ ...base, [dead]: { status: 404 } }, `<footer><a href="${dead}">粉絲專頁</a></footer>`)
  expect(gone.numbers['social']).toEqual([0, 0, 1])
  expect(gone.outcomes).toContainEqual(['social-idle', 'needs-review'])
  const article = `<main><a href="https://www.facebook.com/some.club">社團</a></main>`
  expect((await audit({ ...base, '/news': article }, '<a href="/news">消息</a>')).numbers['social']).toEqual([0, 0, 1])
})

it('a form behind a page of consent is found', async () => {
  const consent = '<main><h1>意見信箱</h1><p>請先閱讀。</p><a href="/write">我同意，下一步</a></main>'
  expect((await audit({ ...base, '/mail': consent, '/write': mail })).numbers['feedback']).toEqual([1, 0, 1])
})

it.each([
  ['a bare e-mail address', '<main><a href="mailto:a@b.test">a@b.test</a></main>'],
  ['a page without a form', '<main><p>請撥打電話。</p></main>'],
  ['a dead link', { status: 404 }],
] as const)('%s takes no opinions', async (_, answer) => {
  const { numbers, outcomes } = await audit({ ...base, '/mail': answer })
  expect(numbers['feedback']).toEqual([0, 0, 1])
  expect(outcomes).toContainEqual(['unusable', 'violates'])
})

it.each([
  ['a form that is sent nowhere', '<main><form action="#"><textarea></textarea></form></main>'],
  ['a log-in', '<main><form action="/in" method="post"><input type="password"></form></main>'],
  ['a consent that must be sent', '<main><form method="post" action="/x"><button>我同意</button></form></main>'],
  ['a shell', '<div id="app"></div><script>go()</script>'],
  ['a refusal', { status: 403 }],
] as const)('whether opinions are taken behind %s a person says', async (_, answer) => {
  const { numbers, outcomes } = await audit({ ...base, '/mail': answer })
  expect(numbers['feedback']).toEqual([0, 1, 1])
  expect(outcomes).toContainEqual(['unclear', 'needs-review'])
})

it('聯絡我們 counts with a form, and says nothing without one', async () => {
  const contact = '<a href="/contact">聯絡我們</a>'
  const { '/mail': _, ...rest } = base
  expect((await audit({ ...rest, '/contact': mail }, contact)).numbers['feedback']).toEqual([1, 0, 1])
  const { outcomes } = await audit({ ...rest, '/contact': '<main>地址</main>' }, contact)
  expect(outcomes).toContainEqual(['missing', 'violates'])
})

it('聯絡我們 that nobody could open may be a form', async () => {
  const { numbers, outcomes } = await audit(
    { '/forum': board(), '/contact': { status: 403 } },
    '<a href="/contact">聯絡我們</a>',
  )
  expect(numbers['feedback']).toEqual([0, 1, 1])
  expect(outcomes).toContainEqual(['unclear', 'needs-review'])
})

it('a label that leads nowhere on every page is one question', async () => {
  const idle = '<nav><a href="#">意見信箱</a></nav>'
  const { findings } = await audit(
    { '/forum': idle + board(), '/a': idle, '/b': idle },
    `${idle}<a href="/a">甲</a><a href="/b">乙</a>`,
  )
  expect(findings.filter(({ messageId }) => messageId === 'unclear')).toHaveLength(1)
})

it('a shared system for complaints is a mailbox', async () => {
  const link = '<a href="https://hello.gov.taipei/">臺北市陳情系統</a>'
  expect((await audit({ '/forum': board() }, link)).numbers['feedback']).toEqual([1, 0, 1])
})

it.each([
  ['of two years ago', board('113年10月1日'), [0, 1, 1]],
  ['without a day', '<main><h1>討論區</h1><ul><li><a href="/a">輪灌公告</a></li></ul></main>', [0, 1, 1]],
  ['of none at all', '<main><h1>討論區</h1></main>', [0, 0, 1]],
  ['of this year', board(), [1, 0, 1]],
])('a forum with posts %s', async (_, page, numbers) => {
  expect((await audit({ ...base, '/forum': page, '/a': '<main><p>輪灌</p></main>' })).numbers['forum']).toEqual(numbers)
})

it('the days of a forum may stand on the pages of its threads', async () => {
  const list = '<main><h1>討論區</h1><ul><li><a href="/a">輪灌公告</a></li></ul></main>'
  const thread = '<main><h1>輪灌公告</h1><p>發言日期：115年10月20日</p></main>'
  expect((await audit({ ...base, '/forum': list, '/a': thread })).numbers['forum']).toEqual([1, 0, 1])
})

it.each([
  ['is open', `<main>${question}</main>`, [1, 0, 1]],
  ['is closed and old', `<main><p>投票已截止（103年5月1日）。</p>${question}</main>`, [0, 1, 1]],
  ['had its result this year', '<main><p>投票結果：115年3月1日公布，甲案獲選。</p></main>', [1, 0, 1]],
  ['names a time long over', `<main><p>調查期間：101年1月1日至101年3月1日</p>${question}</main>`, [0, 1, 1]],
  ['is a heading', '<main><h1>網路投票</h1></main>', [0, 0, 1]],
])('a vote that %s', async (_, page, numbers) => {
  expect((await audit({ ...base, '/vote': page })).numbers['vote']).toEqual(numbers)
})

it('to report oneself safe abroad is no message board, a directive on surveys is no survey', async () => {
  const extra = '<a href="/safe">平安留言板</a><a href="/rule">問卷調查作業要點</a>'
  const { numbers } = await audit({ ...base, '/safe': board(), '/rule': board() }, extra)
  expect(numbers).toMatchObject({ messageBoard: [0, 0, 1], survey: [0, 0, 1] })
})

it('a board stands in for the forum, a person is asked, and it is not used twice', async () => {
  const { numbers, outcomes } = await audit({ '/mail': mail, '/board': board() })
  expect(numbers).toMatchObject({
    forum: [0, 0, 1],
    messageBoard: [1, 0, 1],
    kinds: [2, 0, 8],
    additionalKinds: [0, 0, null],
  })
  expect(outcomes).toContainEqual(['stood-in', 'needs-review'])
})

it('without mailbox and forum the base is missing, where all was seen', async () => {
  expect((await audit({})).outcomes).toEqual([
    ['missing', 'violates'],
    ['missing', 'violates'],
  ])
  const cut = await audit({}, '<a href="/more">更多</a>', { unfetched: ['/more'] })
  expect(cut.numbers).toMatchObject({ feedback: [0, 1, 1], social: [0, 1, 1], additionalKinds: [0, 6, null] })
  expect(cut.outcomes).toEqual([
    ['unseen', 'needs-review'],
    ['unseen', 'needs-review'],
  ])
})

it('of no page nothing is known', async () => {
  expect((await checkSite(check, {})).status).toBe('undetermined')
})

it('addresses that are none are survived', async () => {
  const links = [
    'https://www.facebook.com/%E0%A4%A',
    'https://www.facebook.com:99999/x',
    'https://x.com/%',
    'javascript:void(0)',
  ]
  const { numbers } = await audit(base, links.map((href) => `<footer><a href="${href}">x</a></footer>`).join(''))
  expect(numbers['kinds']?.[0]).toBeGreaterThanOrEqual(2)
})

it('however the unknown turns out, the kinds beside the base lie in their range', () => {
  const kinds: CountedKind[] = ['feedback', 'forum', 'messageBoard', 'opinionForum', 'vote', 'survey', 'join', 'social']
  const presence = fc.record(
    Object.fromEntries(kinds.map((kind) => [kind, fc.constantFrom<Presence>('yes', 'maybe', 'no')])) as Record<
      CountedKind,
      fc.Arbitrary<Presence>
    >,
  )
  fc.assert(
    fc.property(presence, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (one, turns) => {
      const settled = Object.fromEntries(
        kinds.map((kind, index) => [kind, one[kind] === 'maybe' ? (turns[index] ? 'yes' : 'no') : one[kind]]),
      ) as Record<CountedKind, Presence>
      const { value, unknown } = additionalKinds(one)
      const truth = additionalKinds(settled)
      expect(truth.unknown).toBe(0)
      expect(truth.value).toBeGreaterThanOrEqual(value)
      expect(truth.value).toBeLessThanOrEqual(value + unknown)
    }),
    { numRuns: 500 },
  )
})
