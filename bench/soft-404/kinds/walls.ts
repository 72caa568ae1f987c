import { bare, modern, tables } from '../frames.ts'
import { type Answer, type Kind, page, redirect } from '../site.ts'

/** Sites a part of which is shut to programs, or to everybody for a while. Nothing of it may be called dead. */
export const walls: readonly Kind[] = [
  behind('Cloudflare challenge, 403', 'walled', () =>
    page(
      bare(
        'Just a moment...',
        '<noscript>Enable JavaScript and cookies to continue</noscript><script>window._cf_chl_opt={cvId:"3"}</script><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>',
      ),
      403,
      { server: 'cloudflare', 'cf-mitigated': 'challenge' },
    ),
  ),
  behind('Cloudflare, checks the browser, 503', 'walled', () =>
    page(
      bare(
        'Just a moment...',
        '<h1>Checking your browser before accessing</h1><p>DDoS protection by Cloudflare</p><p>Ray ID: 7d1f</p>',
      ),
      503,
      { server: 'cloudflare' },
    ),
  ),
  behind('Cloudflare, blocked, 403', 'walled', () =>
    page(
      bare(
        'Attention Required! | Cloudflare',
        '<h1>Sorry, you have been blocked</h1><p>You are unable to access this site</p>',
      ),
      403,
      { server: 'cloudflare' },
    ),
  ),
  behind('Incapsula, 200', 'walled', () =>
    page(
      '<html><head><META NAME="robots" CONTENT="noindex,nofollow"><script src="/_Incapsula_Resource?SWJIYLWA=5074a744e2e3d891"></script></head><body><iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=24&xinfo=9-1234">Request unsuccessful. Incapsula incident ID: 1234000567</iframe></body></html>',
    ),
  ),
  behind('F5 ASM, 200', 'walled', ({ path }) =>
    page(
      `<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 18${path.length}4412<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>`,
    ),
  ),
  behind('Akamai, 403', 'walled', ({ path }) =>
    page(
      bare(
        'Access Denied',
        `<H1>Access Denied</H1>You don't have permission to access "http&#58;${path}" on this server.<P>Reference&#32;&#35;18&#46;2d3e1102&#46;1700000000`,
      ),
      403,
      { server: 'AkamaiGHost' },
    ),
  ),
  behind('999', 'walled', () =>
    page('<html><head><script>window.location.href="/authwall"</script></head></html>', 999),
  ),
  behind('403 for programs', 'walled', ({ userAgent }) =>
    /Chrome|Firefox/.test(userAgent) ? page(modern('業務', '<p>業務說明</p>')) : page('<h1>403 Forbidden</h1>', 403),
  ),
  behind('a wall in Chinese, 200: the connection is blocked', 'walled', () =>
    page(
      bare(
        '連線阻擋',
        '<h2>您的連線已被阻擋</h2><p>因資安防護規則，您的連線行為已被本機關防火牆阻擋，如有疑問請洽本機關資訊單位。</p><p>事件編號：2026112714</p>',
      ),
    ),
  ),
  behind('a wall in Chinese, 200: unusual access', 'walled', () =>
    page(bare('系統訊息', '<p>系統偵測到異常存取行為，為維護網站安全，已暫時停止您的連線，請稍後再試。</p>')),
  ),
  behind('a wall in Chinese, 200: type the picture', 'walled', () =>
    page(
      tables(
        '安全驗證',
        '<form method="post">請輸入圖形驗證碼以繼續瀏覽：<img src="/captcha.ashx" alt="驗證碼"><input name="code"><input type="submit" value="確認"></form>',
      ),
    ),
  ),
  behind('FortiWeb, 200', 'walled', () =>
    page(
      bare(
        'Web Page Blocked!',
        '<h1>Web Page Blocked!</h1><p>The page cannot be displayed. Please contact the administrator for additional information.</p><p>Attack ID: 20000008</p><p>Message ID: 000123</p>',
      ),
    ),
  ),
  behind('a wall of AWS, 202', 'walled', () =>
    page(
      '<!DOCTYPE html><html lang="en"><head><title></title></head><body><div id="challenge-container"></div><script src="/challenge.js"></script><script>AwsWafIntegration.saveReferrer()</script><noscript><h1>JavaScript is disabled</h1></noscript></body></html>',
      202,
      { 'x-amzn-waf-action': 'challenge' },
    ),
  ),
  behind('a cookie set by script, 200', 'walled', () =>
    page(
      '<html><body><script>document.cookie="__test=4f5a; path=/";location.href=location.href+"?i=1";</script>This site requires Javascript to work</body></html>',
    ),
  ),
  behind('sent to the page of a wall', 'walled', () => redirect('/waf/block.html')),
  behind('too many requests, 429', 'walled', () => page('Too Many Requests', 429)),
  behind('authentication, 401', 'walled', () =>
    page('<h1>401 - 未經授權: 拒絕存取</h1>', 401, { 'www-authenticate': 'NTLM' }),
  ),
  behind('maintenance, 503', 'down', () =>
    page(modern('系統維護', '<p>系統維護中，造成不便敬請見諒。</p>'), 503, { 'retry-after': '3600' }),
  ),
  behind('maintenance, 200', 'down', () =>
    page(
      bare(
        '系統維護公告',
        '<h2>系統維護中</h2><p>本系統於11月27日18:00至11月28日08:00進行維護，暫停服務，造成不便敬請見諒。</p>',
      ),
    ),
  ),
  behind('a database that is out of order, 500', 'down', () =>
    page(bare('Runtime Error', '<h1>應用程式中發生伺服器錯誤</h1>'), 500),
  ),
]

type Asked = { path: string; userAgent: string }

/** The directories behind the wall answer so to everything; the rest of the site lives, and what is gone there is an honest 404. */
function behind(name: string, truth: 'walled' | 'down', answer: (asked: Asked) => Answer): Kind {
  return {
    name: `wall: ${name}`,
    build(site) {
      site.articles(site.ids(8).map((id) => `/news/${id}.html`))
      site.links(
        'gone',
        site.ids(5).map((id) => `/news/${id + 5000}.html`),
      )
      for (const folder of ['/apply/', '/query/']) {
        site.links(
          truth,
          site.ids(8).map((id) => `${folder}${id}.aspx`),
        )
      }
      site.elsewhere(/^[/]waf[/]/, () =>
        page(bare('拒絕存取', '<p>您的請求不符合本站安全政策，已遭拒絕。Request blocked by security policy.</p>')),
      )
      site.elsewhere(/^[/](apply|query)[/]/, answer)
    },
  }
}
