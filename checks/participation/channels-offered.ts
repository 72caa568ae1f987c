import { defineCheck } from '../check.ts'
import { channelFindings, presenceOf } from './channel-findings.ts'
import { additionalKinds, allKinds, type CountedKind, rangeOf } from './count-kinds.ts'
import { siteChannels } from './site-channels.ts'

/** By how many kinds of ways may people take part: kinds are counted, not instances. Sources: 000:61, 000:173, 002:32, 002:121, 003:290. */
export default defineCheck({
  id: 'participation/channels-offered',
  version: 4,
  question: '網站提供哪些電子參與途徑？',
  needs: [],
  measures: {
    feedback: { title: '民眾意見反映', unit: 'kind' },
    forum: { title: '討論區', unit: 'kind' },
    messageBoard: { title: '留言版', unit: 'kind' },
    opinionForum: { title: '民意或專業論壇', unit: 'kind' },
    vote: { title: '網路投票', unit: 'kind' },
    survey: { title: '民意調查', unit: 'kind' },
    join: { title: '公共政策網路參與平臺', unit: 'kind' },
    social: { title: '社群網絡（合計為一種）', unit: 'kind' },
    networks: { title: '設有帳號之社群網絡', unit: 'network' },
    kinds: { title: '電子參與途徑種類', unit: 'kind' },
    additionalKinds: { title: '意見反映及討論區以外之途徑種類', unit: 'kind' },
  },
  messages: {
    offered: '{title}「{label}」：{because}。',
    unclear: '{title}「{label}」：{because}，請人工確認是否計入。',
    unusable: '{title}「{label}」：{because}。',
    missing: '未見{title}：首頁及網站導覽均無相關連結。',
    unseen: '未見{title}，惟首頁或網站導覽未能完整查核，請人工確認。',
    'stood-in': '未見討論區，以「{label}」充任；是否另計為一種途徑，請人工確認。',
    social: '社群網絡：{networks}（合計為一種）。',
    'social-idle': '社群網絡之連結未連至機關帳號或已失效：{label}。',
  },
  run(snapshot, context) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const channels = siteChannels(snapshot, context)
    const presence = presenceOf(channels)
    const networks = new Set(channels.social.accounts.map(({ network }) => network)).size
    const findings = channelFindings(channels, presence)
    const basis = (kind: CountedKind) => (findings.some(({ key }) => key[0] === kind) ? [[kind]] : [])
    return {
      status: 'done',
      measures: {
        feedback: { ...rangeOf(presence.feedback), outOf: 1, basis: basis('feedback') },
        forum: { ...rangeOf(presence.forum), outOf: 1, basis: basis('forum') },
        messageBoard: { ...rangeOf(presence.messageBoard), outOf: 1, basis: basis('messageBoard') },
        opinionForum: { ...rangeOf(presence.opinionForum), outOf: 1, basis: basis('opinionForum') },
        vote: { ...rangeOf(presence.vote), outOf: 1, basis: basis('vote') },
        survey: { ...rangeOf(presence.survey), outOf: 1, basis: basis('survey') },
        join: { ...rangeOf(presence.join), outOf: 1, basis: basis('join') },
        social: { ...rangeOf(presence.social), outOf: 1, basis: basis('social') },
        networks: { value: networks, unknown: 0, basis: basis('social') },
        kinds: { ...allKinds(presence), outOf: Object.keys(presence).length },
        additionalKinds: { ...additionalKinds(presence) },
      },
      findings,
    }
  },
})
