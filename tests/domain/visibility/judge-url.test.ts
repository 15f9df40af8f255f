import fc from "fast-check";
import { expect, test } from "vitest";
import { objectionToAddress } from "#app/domain/visibility/judge-address.ts";
import { judgeUrl } from "#app/domain/visibility/judge-url.ts";

const hostile = [
  "http://127.0.0.1/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0x7f.1/",
  "http://0177.0.0.1/",
  "http://127.1/",
  "http://0/",
  "http://[::1]/",
  "http://[::]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[0:0:0:0:0:ffff:a00:1]/",
  "http://[64:ff9b::7f00:1]/",
  "http://[64:ff9b:1::808:808]/",
  "http://[64:ff9b:1:808:8:800::]/",
  "http://[2002:7f00:1::]/",
  "http://[2001::1]/",
  "http://[fe80::1]/",
  "http://[fd00::1]/",
  "http://[ff02::1]/",
  "http://[2001:db8::1]/",
  "http://[3fff::1]/",
  "http://[100::1]/",
  "http://[::8.8.8.8]/",
  "http://169.254.169.254/latest/meta-data/",
  "http://[::ffff:169.254.169.254]/",
  "http://0xa9fea9fe/",
  "http://169.254.169.254.nip.io/",
  "http://[::ffff:a9fe:a9fe]/",
  "http://0251.0376.0251.0376/",
  "http://0xA9.0xFE.0xA9.0xFE/",
  "http://169.16689662/",
  "http://0000000127.0.0.1/",
  "http://127.0.0.1./",
  "http://[::127.0.0.1]/",
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[fe80::1%25eth0]/",
  "http://[fe80::1%eth0]/",
  "http://[64:ff9b::a9fe:a9fe]/",
  "http://[2002:a9fe:a9fe::1]/",
  "http://[2606:4700::5efe:10.0.0.1]/",
  "http://[2606:4700::200:5efe:a00:1]/",
  "http://[fec0::1]/",
  "http://[5f00::1]/",
  "http://192.88.99.1/",
  "http://metadata.goog/",
  "http://kubernetes.default.svc/",
  "http://api.cluster.local/",
  "http://web.service.consul/",
  "http://host.docker.internal/",
  "http://x.mail/",
  "http://localhost.localdomain/",
  "http://10.0.0.1",
  "http://172.16.0.1",
  "http://172.31.255.255",
  "http://192.168.1.1",
  "http://100.64.0.1",
  "http://100.127.255.254",
  "http://198.18.0.1",
  "http://192.0.0.1",
  "http://192.0.2.1",
  "http://198.51.100.7",
  "http://203.0.113.7",
  "http://224.0.0.1",
  "http://240.0.0.1",
  "http://255.255.255.255",
  "http://0.0.0.0",
  "http://１２７.0.0.1",
  "http://127。0。0。1",
  "http://127%2e0%2e0%2e1/",
  "http://①②⑦.0.0.1/",
  "http://134744072/",
  "http://localhost/",
  "http://LOCALHOST./",
  "http://a.localhost/",
  "http://ⓛocalhost/",
  "http://intranet/",
  "http://printer.local/",
  "http://metadata.google.internal/",
  "http://wiki.corp/",
  "http://nas.lan/",
  "http://x.home.arpa/",
  "http://abc.onion/",
  "http://127.0.0.1.nip.io/",
  "http://10-0-0-1.sslip.io",
  "http://lvh.me/",
  "http://user:pw@example.com/",
  "http://user@example.com/",
  "http://@example.com/",
  "http://example.com@127.0.0.1/",
  "http://example.com:22/",
  "http://example.com:8080/",
  "https://example.com:6379/",
  "ftp://example.com/",
  "file:///etc/passwd",
  "gopher://example.com/",
  "javascript:alert(1)",
  "data:text/html,x",
  "ws://example.com/",
  "jar:http://example.com!/",
  "//example.com",
  "example.com",
  "http:example.com",
  "http:/example.com",
  "http://",
  "http:///x",
  "https://?x",
  "http://exa mple.com/",
  "http://example.com\\@127.0.0.1/",
  "http://example.com\t.evil.example/",
  "http://exam\nple.com/",
  "http://ex%00ample.com/",
  "http://1.2.3.4.5/",
  "http://256.1.1.1/",
  `http://${"a".repeat(64)}.com/`,
  `https://example.com/${"a".repeat(3_000)}`,
  "",
  "   ",
];

test.each(hostile)("blocks %s", (url) => {
  expect(judgeUrl(url).verdict).toBe("block");
});

const honest = [
  "https://example.com",
  "http://example.com:80/",
  "https://example.com:443/a",
  "https://www.example.co.uk/a?b=c#d",
  "https://münchen.de/",
  "https://xn--mnchen-3ya.de/straße",
  "https://例え.jp/パス",
  "http://8.8.8.8/",
  "https://[2606:4700:4700::1111]/",
  "https://EXAMPLE.com./",
  "https://example.com/@user?next=http://10.0.0.1",
  "  https://example.com/ ",
  "https://example.com/a b",
  "https://localhost.example.com/",
  "https://internal.example.com/",
  "https://my-local.shop/",
  "https://127.example.com/",
  "https://www.kestrelfreight.example/",
  "https://a.museum",
];

test.each(honest)("allows %s", (url) => {
  expect(judgeUrl(url)).toMatchObject({ verdict: "allow" });
});

test("one private address among those of a name blocks it, and so does none at all", () => {
  const judged = (...addresses: string[]) => judgeUrl("https://example.com/", addresses).verdict;
  expect(judged("93.184.216.34", "2606:2800:220:1::1")).toBe("allow");
  expect(judged("93.184.216.34", "10.0.0.1")).toBe("block");
  expect(judged("::ffff:192.168.0.1")).toBe("block");
  expect(judged("fe80::1%eth0")).toBe("block");
  expect(judged("not an address")).toBe("block");
  expect(judged()).toBe("block");
});

test("only the loopback policy reaches a loopback site, and nothing else private", () => {
  const policy = { allowLoopback: true };
  expect(judgeUrl("http://127.0.0.1:8080/", null, policy).verdict).toBe("allow");
  expect(judgeUrl("http://localhost:3000/", ["127.0.0.1"], policy).verdict).toBe("allow");
  expect(judgeUrl("http://localhost:3000/", ["10.0.0.1"], policy).verdict).toBe("block");
  expect(judgeUrl("http://10.0.0.1:8080/", null, policy).verdict).toBe("block");
  expect(judgeUrl("http://example.com:8080/", null, policy).verdict).toBe("block");
});

test("no notation of a private IPv4 address passes", () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const privateAddress = fc.oneof(
    fc.tuple(fc.constant(10), octet, octet, octet),
    fc.tuple(fc.constant(127), octet, octet, octet),
    fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
    fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  );
  fc.assert(
    fc.property(privateAddress, ([a, b, c, d]) => {
      const whole = ((a * 256 + b) * 256 + c) * 256 + d;
      const forms = [
        `${a}.${b}.${c}.${d}`,
        `${whole}`,
        `0x${whole.toString(16)}`,
        `0${a.toString(8)}.${b}.${c}.${d}`,
        `${a}.${(b * 256 + c) * 256 + d}`,
        `[::ffff:${a}.${b}.${c}.${d}]`,
      ];
      for (const form of forms) expect(judgeUrl(`http://${form}/`).verdict).toBe("block");
      expect(objectionToAddress(`${a}.${b}.${c}.${d}`)).not.toBeNull();
    }),
  );
});
