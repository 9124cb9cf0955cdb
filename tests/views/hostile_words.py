"""Texts that would run a script, load something or break out of their place, if a page let them."""

STRINGS = (
    "<script>window.ran=1</script>",
    "</script><script>window.ran=2</script>",
    "<img src=x onerror=window.ran=3>",
    '"><img src=x onerror="window.ran=4">',
    "'><svg onload=window.ran=5>",
    '<a href="javascript:window.ran=6">href</a>',
    "<iframe src=javascript:window.ran=7></iframe>",
    "href <img src=http://evil.example/8 onerror=window.ran=8>",
    "<!-- <script> --> <script>window.ran=9</script>",
    "]]><script>window.ran=10</script>",
    "{{ 11 * 11 }}{% raw %}${window.ran=11}",
    "\u2028window.ran=12\u2029//",
    "<style>@import 'http://evil.example/13';</style><link rel=stylesheet href=http://evil.example/13>",
    "&lt;img src=x onerror=window.ran=14&gt; &#60;script&#62;",
    "<meta http-equiv=refresh content='0;url=javascript:window.ran=15'><base href=http://evil.example/>",
)

ADDRESSES = (
    "javascript:window.ran=1",
    "JaVaScRiPt:window.ran=1",
    " javascript:window.ran=1",
    "java\nscript:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/",
    "https:evil.example",
    "https://",
    "https://a b.example/",
    "https://user:secret@evil.example/",
    'https://evil.example/" onclick="window.ran=1',
    "https://evil.example/<script>",
    "https://[::1",
    "ftp://evil.example/",
    "",
)
