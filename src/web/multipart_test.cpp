#include "web/multipart.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "web/part_head.hpp"

namespace web {
namespace {

using namespace std::string_literals;

class Collector final : public MultipartSink {
 public:
  void part_begin(MultipartPart part) override {
    text += "<" + part.name + "," + part.filename.value_or("-") + "," + part.content_type + ":";
  }
  void part_bytes(std::string_view bytes) override { text += bytes; }
  void part_end() override { text += ">"; }

  std::string text;
};

// What is read of a body given in pieces of `step` bytes; "!" when malformed, "…" when not complete.
std::string read(std::string_view body, std::size_t step) {
  Collector parts;
  MultipartParser parser("b-1", parts);
  for (std::size_t at = 0; at < body.size(); at += step)
    if (!parser.feed(body.substr(at, step))) return parts.text + "!";
  return parser.complete() ? parts.text : parts.text + "…";
}

std::string part(std::string_view head, std::string_view bytes) {
  return std::string("--b-1\r\nContent-Disposition: form-data; ")
      .append(head)
      .append("\r\n\r\n")
      .append(bytes)
      .append("\r\n");
}

TEST(MultipartBody, is_read_the_same_however_it_is_cut) {
  const std::string body =
      part("name=\"a\"", "1") +
      part("name=a; filename=\"x.pdf\"\r\nContent-Type: application/pdf", "\r\n--b\r\n--b-\r\r\n--b-\r\n-") +
      part("name=\"\"", "") + "--b-1--\r\nepilogue --b-1";
  const std::string expected = "<a,-,:1><a,x.pdf,application/pdf:\r\n--b\r\n--b-\r\r\n--b-\r\n-><,-,:>";
  for (std::size_t step = 1; step <= body.size(); ++step) ASSERT_EQ(read(body, step), expected) << step;
}

RC_GTEST_PROP(MultipartBody, gives_back_any_bytes_that_do_not_hold_the_delimiter, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::element('\r', '\n', '-', 'b', '1', 'x'));
  RC_PRE(("\r\n" + bytes + "\r\n").find("\r\n--b-1") == std::string::npos);
  const auto step = *rc::gen::inRange<std::size_t>(1, 40);
  RC_ASSERT(read(part("name=\"a\"", bytes) + "--b-1--", step) == "<a,-,:" + bytes + ">");
}

TEST(MultipartBody, that_is_malformed_is_refused) {
  EXPECT_EQ(read("x" + part("name=a", "1"), 7), "!");
  EXPECT_EQ(read("--b-2\r\n", 7), "!");
  EXPECT_EQ(read("--b-1xx", 7), "!");
  EXPECT_EQ(read("--b-1\r\n\r\n1", 7), "!");
  EXPECT_EQ(read("--b-1\r\nContent-Type: text/plain\r\n\r\n1", 7), "!");
  EXPECT_EQ(read("--b-1\r\nno colon\r\n\r\n1", 7), "!");
  EXPECT_EQ(read(part("filename=a", "1"), 7), "!");
  EXPECT_EQ(read(part("name=a; name=b", "1"), 7), "!");
  EXPECT_EQ(read(part("name=\"a", "1"), 7), "!");
  EXPECT_EQ(read(part("name=\"\xff\"", "1"), 7), "!");
  EXPECT_EQ(read(part("name=a\r\nContent-Transfer-Encoding: base64", "1"), 7), "!");
  EXPECT_EQ(read("--b-1\r\nContent-Disposition: attachment; name=a\r\n\r\n1", 7), "!");
  EXPECT_EQ(read("--b-1\r\n" + std::string(MultipartParser::max_part_head + 1, 'x'), 100), "!");
}

TEST(MultipartBody, that_stops_early_is_not_complete) {
  const std::string body = part("name=a", "12") + "--b-1--";
  for (std::size_t size = 0; size < body.size(); ++size)
    EXPECT_TRUE(read(std::string_view(body).substr(0, size), 7).ends_with("…")) << size;
  EXPECT_EQ(read(body, 7), "<a,-,:12>");
}

TEST(MultipartBoundary, is_taken_from_the_content_type) {
  EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=----WebKit1"), "----WebKit1");
  EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""), "a b");
  for (const auto& refused :
       {"multipart/form-data"s, "multipart/mixed; boundary=a"s, "multipart/form-data; boundary="s,
        "multipart/form-data; boundary=\"a \""s, "multipart/form-data; boundary=\"a\r\nb\""s,
        "multipart/form-data; boundary=" + std::string(71, 'a'), "multipart/form-data; boundary=a; boundary=b"s})
    EXPECT_EQ(multipart_boundary(refused), std::nullopt) << refused;
}

TEST(FileNames, keep_only_what_may_be_shown) {
  EXPECT_EQ(safe_filename("devis.pdf"), "devis.pdf");
  EXPECT_EQ(safe_filename("../../etc/passwd"), "passwd");
  EXPECT_EQ(safe_filename("C:\\Users\\é\\photo 1.jpg"), "photo 1.jpg");
  EXPECT_EQ(safe_filename("a/.."), "");
  EXPECT_EQ(safe_filename("a\r\n\tb\x7f.pdf"), "ab.pdf");
  EXPECT_EQ(safe_filename("facture\u202Efdp.exe"), "facturefdp.exe");
  const std::string cut = safe_filename(std::string(300, 'x') + "é.jpeg");
  EXPECT_EQ(cut, std::string(250, 'x') + ".jpeg");
  std::string accents;
  for (int i = 0; i < 200; ++i) accents += "é";
  EXPECT_EQ(safe_filename(accents).size(), 254u);
}

}  // namespace
}  // namespace web
