// Time, numbers and ends: slow clients, full queues, too many connections, and the graceful stop.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <fstream>
#include <latch>
#include <thread>

#include "support/echo.hpp"

namespace web {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using support::RawClient;
using support::Served;
using support::status_of;

// Sends a little again and again until it is answered, from a thread of its own.
class Drip {
 public:
  Drip(RawClient& client, std::string bytes) {
    thread_ = std::jthread([&client, bytes = std::move(bytes)](std::stop_token stop) {
      while (!stop.stop_requested() && client.send(bytes)) std::this_thread::sleep_for(50ms);
    });
  }

 private:
  std::jthread thread_;
};

constexpr std::string_view plain_get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

KernelOptions hasty() {
  KernelOptions options;
  options.limits.head_seconds = 1;
  options.limits.idle_seconds = 1;
  options.limits.body_grace_seconds = 1;
  options.limits.min_body_rate = 100;
  options.limits.body_seconds = 3;
  options.limits.write_seconds = 1;
  return options;
}

TEST(KernelTime, headers_that_do_not_end_are_answered_408) {
  Served served(support::echo, hasty());
  RawClient client(served.port());
  for (const char c : "GET / HTTP/1.1\r\nX: "s) client.send(std::string_view(&c, 1));
  const auto begun = std::chrono::steady_clock::now();
  const Drip drip(client, "x");
  EXPECT_EQ(client.answer().value().status, 408);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 2500ms);
}

TEST(KernelTime, a_connection_without_a_request_is_closed_in_silence) {
  Served served(support::echo, hasty());
  RawClient never(served.port());
  RawClient after_one(served.port());
  after_one.send(plain_get);
  EXPECT_EQ(after_one.answer().value().status, 200);
  EXPECT_TRUE(never.closed_by_server(3s));
  EXPECT_TRUE(after_one.closed_by_server(3s));
}

TEST(KernelTime, a_body_slower_than_the_least_rate_is_answered_408) {
  Served served(support::echo, hasty());
  RawClient client(served.port());
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n");
  const auto begun = std::chrono::steady_clock::now();
  const Drip drip(client, "x");
  EXPECT_EQ(client.answer().value().status, 408);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 2500ms);
}

TEST(KernelTime, a_body_above_the_least_rate_still_has_a_last_moment) {
  Served served(support::echo, hasty());
  RawClient client(served.port());
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n");
  const auto begun = std::chrono::steady_clock::now();
  const Drip drip(client, std::string(20, '1'));
  EXPECT_EQ(client.answer().value().status, 408);
  EXPECT_GT(std::chrono::steady_clock::now() - begun, 2s);
}

TEST(KernelTime, a_client_that_does_not_read_is_dropped) {
  const std::string large(64u << 20, 'x');
  Served served(
      [&](Request&) {
        Response response;
        response.static_body = large;
        return response;
      },
      hasty());
  RawClient client(served.port());
  client.send(plain_get);
  std::this_thread::sleep_for(3s);
  EXPECT_FALSE(client.answer());
}

TEST(KernelNumbers, one_connection_too_many_is_answered_503) {
  KernelOptions options;
  options.limits.connections = 2;
  Served served(support::echo, options);
  auto first = std::make_unique<RawClient>(served.port());
  RawClient second(served.port());
  first->send(plain_get);
  second.send(plain_get);
  EXPECT_EQ(first->answer().value().status, 200);
  EXPECT_EQ(second.answer().value().status, 200);
  EXPECT_EQ(status_of(served, plain_get), 503);
  first.reset();
  std::this_thread::sleep_for(200ms);
  EXPECT_EQ(status_of(served, plain_get), 200);
}

TEST(KernelNumbers, a_full_queue_is_answered_503_and_slow_handlers_hold_up_nobody_else) {
  std::latch release(1);
  KernelOptions options;
  options.workers = 1;
  options.queue = 1;
  Served served(
      [&](Request& request) {
        if (request.path == "/slow") release.wait();
        return text_response(200, "");
      },
      options);
  RawClient running(served.port());
  RawClient waiting(served.port());
  running.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(200ms);
  waiting.send(plain_get);
  std::this_thread::sleep_for(200ms);
  EXPECT_EQ(status_of(served, plain_get), 503);
  EXPECT_EQ(status_of(served, "GET / HTTP/1.1\r\n\r\n"), 400);  // the network's thread is free
  release.count_down();
  EXPECT_EQ(running.answer().value().status, 200);
  EXPECT_EQ(waiting.answer().value().status, 200);
}

TEST(KernelNumbers, handlers_that_wait_leave_the_workers_to_others) {
  std::latch release(1);
  KernelOptions options;
  options.workers = 1;
  options.waits = [](const Request& request) { return request.path == "/waits"; };
  options.waiters = 2;
  Served served(
      [&](Request& request) {
        if (request.path == "/waits") release.wait();
        return text_response(200, "");
      },
      options);
  RawClient first(served.port());
  RawClient second(served.port());
  RawClient queued(served.port());
  for (RawClient* client : {&first, &second, &queued}) client->send("GET /waits HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(200ms);
  EXPECT_EQ(status_of(served, plain_get), 200);
  release.count_down();
  for (RawClient* client : {&first, &second, &queued}) EXPECT_EQ(client->answer().value().status, 200);
}

TEST(KernelStop, what_is_under_way_ends_and_nothing_new_begins) {
  std::latch begun(1);
  Served served([&](Request&) {
    begun.count_down();
    std::this_thread::sleep_for(500ms);
    return text_response(200, "done");
  });
  RawClient idle(served.port());
  RawClient busy(served.port());
  busy.send(plain_get);
  begun.wait();
  served.stop();
  EXPECT_TRUE(idle.closed_by_server(400ms));
  EXPECT_THROW(RawClient late(served.port()), std::system_error);
  const auto answer = busy.answer();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "done");
  EXPECT_EQ(answer->header("connection"), "close");
  busy.close();
  served.wait();
}

TEST(KernelStop, a_client_in_the_middle_of_a_body_is_cut_when_the_time_to_drain_is_over) {
  KernelOptions options;
  options.limits.drain_seconds = 1;
  Served served(support::echo, options);
  RawClient client(served.port());
  client.send(support::multipart_head(1000) + "--b\r\n");
  std::this_thread::sleep_for(100ms);
  const auto begun = std::chrono::steady_clock::now();
  served.stop();
  served.wait();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 3s);
  EXPECT_TRUE(client.closed_by_server(1s));
}

TEST(KernelAnswers, a_handler_that_throws_is_a_500_and_the_next_request_is_served) {
  Served served([](Request& request) -> Response {
    if (request.path == "/throws") throw std::runtime_error("on purpose");
    if (request.path == "/splits") return redirect("/a\r\nSet-Cookie: forged=1");
    return text_response(200, "");
  });
  RawClient client(served.port());
  for (const auto& [path, status] : {std::pair("throws", 500), std::pair("splits", 500), std::pair("", 200)}) {
    client.send(fmt::format("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", path));
    const auto answer = client.answer();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, status);
    EXPECT_EQ(answer->header("set-cookie"), "");
  }
}

TEST(KernelAnswers, files_and_constants_are_sent_whole) {
  support::TemporaryFolder folder;
  std::string content(300'001, 'x');
  content.back() = '!';
  std::ofstream(folder.path() / "document") << content;
  std::ofstream(folder.path() / "empty").flush();
  Served served([&](Request& request) {
    Response response;
    if (request.path == "/constant")
      response.static_body = content;
    else if (request.path == "/none")
      response.status = 304;
    else
      response.file = folder.path() / request.path.substr(1);
    return response;
  });
  RawClient client(served.port());
  const auto get = [&](std::string_view method, std::string_view path) {
    client.send(fmt::format("{} /{} HTTP/1.1\r\nHost: a\r\n\r\n", method, path));
    return client.answer(method).value();
  };
  EXPECT_EQ(get("GET", "document").body, content);
  EXPECT_EQ(get("HEAD", "document").header("content-length"), "300001");
  EXPECT_EQ(get("GET", "constant").body, content);
  EXPECT_EQ(get("GET", "empty").header("content-length"), "0");
  EXPECT_EQ(get("GET", "none").header("content-length"), "");
  EXPECT_EQ(get("GET", "absent").status, 500);
}

TEST(KernelProxy, forwarded_headers_are_believed_from_the_declared_proxy_only) {
  const auto who = [](Request& request) {
    return text_response(200, request.remote_address + (request.secure ? " secure" : ""));
  };
  const std::string forwarded =
      "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 1.2.3.4, 203.0.113.9\r\nX-Forwarded-Proto: https\r\n\r\n";
  const auto ask = [&](Served& served, std::string_view bytes) {
    RawClient client(served.port());
    client.send(bytes);
    return client.answer().value().body;
  };
  Served direct(who);
  EXPECT_EQ(ask(direct, forwarded), "127.0.0.1");
  KernelOptions options;
  options.trusted_proxy = "127.0.0.1";
  Served behind(who, options);
  EXPECT_EQ(ask(behind, forwarded), "203.0.113.9 secure");
  EXPECT_EQ(ask(behind,
                "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 10.0.0.1\r\nX-Forwarded-Proto: https\r\n"
                "X-Forwarded-For: ::ffff:203.0.113.9\r\nX-Forwarded-Proto: http\r\n\r\n"),
            "203.0.113.9");
  EXPECT_EQ(ask(behind, "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: <script>\r\n\r\n"), "127.0.0.1");
}

}  // namespace
}  // namespace web
