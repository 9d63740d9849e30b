import Testing

@testable import Reporting

@Suite struct XMLAndMarkdownTests {
  @Test(arguments: [
    ("a < b && \"c\" > 'd'", "a &lt; b &amp;&amp; &quot;c&quot; &gt; &apos;d&apos;"), ("é😀", "é😀"),
    ("1\n2\r3\t4", "1&#10;2&#13;3&#9;4"), ("\u{0}\u{1B}[0m\u{FFFE}", "\u{FFFD}\u{FFFD}[0m\u{FFFD}"), ("]]>", "]]&gt;"),
  ])
  func xml(_ text: String, _ escaped: String) {
    #expect(XMLText.escaped(text) == escaped)
  }

  @Test(arguments: [
    ("|d var / d nu| < 1", #"\|d var / d nu\| \< 1"#),
    (
      ##"a*b_c `d` [e](f) ~g~ $h$ &amp; #1 \"##, ##"a\*b\_c \`d\` \[e\](f) \~g\~ \$h\$ \&amp; \#1 \\"##
    ),
    ("two\nlines\r\nand", "two lines and"),
  ])
  func markdown(_ text: String, _ escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }
}
