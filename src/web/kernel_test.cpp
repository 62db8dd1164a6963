// Each guard of the kernel, proved on the wire with a client that writes what no library would.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "support/echo.hpp"

namespace web {
namespace {

using namespace std::string_literals;
using support::RawClient;
using support::Served;
using support::status_of;

class KernelGuards : public testing::Test {
 protected:
  int status(std::string_view bytes) { return status_of(served_, bytes); }
  int get(std::string_view target) { return status(fmt::format("GET {} HTTP/1.1\r\nHost: a\r\n\r\n", target)); }

  Served served_{support::echo};
};

TEST_F(KernelGuards, a_plain_request_is_answered_and_the_connection_stays) {
  RawClient client(served_.port());
  for (int i = 0; i < 3; ++i) {
    client.send("GET /travaux?page=2&tri=r%C3%A9cent+d'abord HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = client.answer();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "GET /travaux|?page=2|?tri=récent d'abord");
    EXPECT_EQ(answer->header("connection"), "keep-alive");
    EXPECT_TRUE(answer->header("date").ends_with(" GMT"));
  }
}

TEST_F(KernelGuards, exactly_one_host_is_required) {
  EXPECT_EQ(status("GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost:\r\n\r\n"), 400);
  EXPECT_EQ(status("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"), 200);
}

TEST_F(KernelGuards, a_body_whose_length_could_be_read_in_two_ways_is_refused) {
  const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
  EXPECT_EQ(status(head + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}"), 400);
  EXPECT_EQ(status(head + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}"), 400);
  EXPECT_EQ(status(head + "Transfer-Encoding: gzip\r\n\r\n{}"), 400);
  EXPECT_EQ(status(head + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(status(head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(status(head + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(status(head + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(status(head + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"), 400);
  EXPECT_EQ(status(head + "Content-Length: 2, 2\r\n\r\n{}"), 400);
  EXPECT_EQ(status(head + "Content-Length: +2\r\n\r\n{}"), 400);
  EXPECT_EQ(status(head + "Content-Length: -2\r\n\r\n{}"), 400);
  EXPECT_EQ(status(head + "Content-Length: 0x2\r\n\r\n{}"), 400);
  EXPECT_EQ(status("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}"), 400);
}

TEST_F(KernelGuards, malformed_heads_are_refused) {
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nX-A: b\r\n\tc\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\r\n Host: a\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nX A: b\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nX: b\0c\r\n\r\n"s), 400);
  EXPECT_EQ(status("GET  / HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/2.0\r\nHost: a\r\n\r\n"), 505);
  EXPECT_EQ(status("GET\r\n\r\n"), 400);
}

TEST_F(KernelGuards, heads_have_a_largest_size_and_count) {
  const std::string line = "GET / HTTP/1.1\r\nHost: a\r\n";
  EXPECT_EQ(status(line + "X-Long: " + std::string(16 * 1024, 'x') + "\r\n\r\n"), 431);
  EXPECT_EQ(status(line + "X-Long: " + std::string(15 * 1024, 'x') + "\r\n\r\n"), 200);
  EXPECT_EQ(get("/" + std::string(17 * 1024, 'x')), 414);
  std::string headers;
  for (int i = 0; i < 99; ++i) headers += fmt::format("X-{}: 1\r\n", i);
  EXPECT_EQ(status(line + headers + "\r\n"), 200);
  EXPECT_EQ(status(line + headers + "X-100: 1\r\n\r\n"), 431);
}

TEST_F(KernelGuards, targets_must_be_text_and_may_not_climb) {
  EXPECT_EQ(get("/a%2"), 400);
  EXPECT_EQ(get("/a%zz"), 400);
  EXPECT_EQ(get("/a%00"), 400);
  EXPECT_EQ(get("/a%ff"), 400);
  EXPECT_EQ(get("/a/../b"), 400);
  EXPECT_EQ(get("/a/%2e%2E/b"), 400);
  EXPECT_EQ(get("/a%2fb"), 400);
  EXPECT_EQ(get("/a?b=%"), 400);
  EXPECT_EQ(get("/a?b=%00"), 400);
  EXPECT_EQ(get("/a?b=%C3"), 400);
  EXPECT_EQ(get("/a#b"), 400);
  EXPECT_EQ(get("*"), 400);
  EXPECT_EQ(get("/a//b/"), 200);
}

TEST_F(KernelGuards, methods_that_are_not_served_are_told_apart_from_unknown_ones) {
  EXPECT_EQ(status("BREW / HTTP/1.1\r\nHost: a\r\n\r\n"), 501);
  RawClient client(served_.port());
  client.send("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto answer = client.answer();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 405);
  EXPECT_EQ(answer->header("allow"), "GET, HEAD, POST, PUT, PATCH, DELETE");
}

TEST_F(KernelGuards, a_refused_request_closes_the_connection_so_that_nothing_after_it_is_read_as_a_request) {
  RawClient client(served_.port());
  client.send("GET / HTTP/1.1\r\n\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto answer = client.answer();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 400);
  EXPECT_EQ(answer->header("connection"), "close");
  EXPECT_TRUE(client.closed_by_server());
}

TEST_F(KernelGuards, bodies_are_decoded_by_their_type) {
  const auto post = [&](std::string_view type, std::string_view body) {
    RawClient client(served_.port());
    client.send(fmt::format("POST /p HTTP/1.1\r\nHost: a\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n{}", type,
                            body.size(), body));
    const auto answer = client.answer();
    return answer ? fmt::format("{} {}", answer->status, answer->body) : "nothing";
  };
  EXPECT_EQ(post("application/x-www-form-urlencoded", "a=1&a=2&b=%C3%A9"), "200 POST /p|a=1|a=2|b=é");
  EXPECT_EQ(post("Application/JSON; charset=utf-8", "{\"a\":1}"), "200 POST /p|{\"a\":1}");
  EXPECT_EQ(post("application/x-www-form-urlencoded", "a=%"), "400 refused");
  EXPECT_EQ(post("application/x-www-form-urlencoded", "a=%00"), "400 refused");
  EXPECT_EQ(post("application/x-www-form-urlencoded", "a=\xff"), "400 refused");
  EXPECT_EQ(post("text/xml", "<a/>"), "415 refused");
  EXPECT_EQ(status("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx"), 415);
  EXPECT_EQ(status("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"), 200);
  EXPECT_EQ(post("multipart/form-data", "x"), "400 refused");
}

TEST_F(KernelGuards, chunked_bodies_are_joined_and_their_trailers_ignored) {
  RawClient client(served_.port());
  const std::string head =
      "POST /p HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      "Transfer-Encoding: chunked\r\n\r\n";
  for (const char c : head + "3;x=y\r\na=1\r\n4\r\n&b=2\r\n0\r\nCookie: session=forged\r\n\r\n")
    client.send(std::string_view(&c, 1));
  const auto answer = client.answer();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "POST /p|a=1|b=2");
  EXPECT_EQ(status(head + "zz\r\n"), 400);
  EXPECT_EQ(status(head + "3\r\na=1x\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(status(head + "fffffffffffffffff\r\na"), 400);
  EXPECT_EQ(status(head + "200000\r\n" + std::string(0x200000, 'a')), 413);
  EXPECT_EQ(status(head + "1;" + std::string(200'000, 'x')), 400);
}

TEST_F(KernelGuards, pipelined_requests_are_answered_in_order) {
  RawClient client(served_.port());
  std::string burst;
  for (int i = 0; i < 50; ++i)
    burst += i % 2 == 0 ? fmt::format("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", i)
                        : fmt::format(
                              "POST /{} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                              "Content-Length: 2\r\n\r\n{{}}",
                              i);
  client.send(burst);
  for (int i = 0; i < 50; ++i) {
    const auto answer = client.answer();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, i % 2 == 0 ? fmt::format("GET /{}", i) : fmt::format("POST /{}|{{}}", i));
  }
}

TEST_F(KernelGuards, head_is_answered_with_the_length_but_without_the_body) {
  RawClient client(served_.port());
  client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\nGET /next HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto head = client.answer("HEAD");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->header("content-length"), "9");
  const auto next = client.answer();
  ASSERT_TRUE(next);
  EXPECT_EQ(next->body, "GET /next");
}

TEST_F(KernelGuards, a_client_that_waits_is_told_to_go_on_only_if_its_body_is_acceptable) {
  const std::string head = "POST /p HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n";
  RawClient client(served_.port());
  client.send(head + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.answer().value().status, 100);
  client.send("{}");
  EXPECT_EQ(client.answer().value().body, "POST /p|{}");
  EXPECT_EQ(status(head + "Content-Type: application/json\r\nContent-Length: 2000000\r\n\r\n"), 413);
  EXPECT_EQ(status(head + "Content-Type: text/css\r\nContent-Length: 2\r\n\r\n"), 415);
  EXPECT_EQ(status("POST /p HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nContent-Length: 2\r\n\r\n"), 417);
}

TEST_F(KernelGuards, http_1_0_clients_are_answered_and_closed_unless_they_ask_otherwise) {
  RawClient client(served_.port());
  client.send("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(client.answer().value().header("connection"), "keep-alive");
  client.send("GET / HTTP/1.0\r\nHost: a\r\n\r\n");
  EXPECT_EQ(client.answer().value().header("connection"), "close");
  EXPECT_TRUE(client.closed_by_server());
}

}  // namespace
}  // namespace web
