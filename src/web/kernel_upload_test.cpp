// Uploads: streamed to files, bounded in memory, and leaving nothing behind.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <fstream>
#include <string>
#include <thread>

#include "support/echo.hpp"

namespace web {
namespace {

using namespace std::chrono_literals;
using support::multipart_head;
using support::multipart_part;
using support::RawClient;
using support::Served;
using support::status_of;

std::string form(const std::string& parts) { return parts + "--b--\r\n"; }
std::string post(const std::string& body) { return multipart_head(body.size()) + body; }

bool comes_true(const std::function<bool()>& condition) {
  for (int i = 0; i < 100; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(50ms);
  }
  return false;
}

std::size_t resident_bytes() {
  std::ifstream status("/proc/self/statm");
  std::size_t total = 0, resident = 0;
  status >> total >> resident;
  return resident * 4096;
}

TEST(KernelUploads, fields_and_files_reach_the_handler_and_the_files_go_with_the_request) {
  std::string seen;
  Served served([&](Request& request) {
    std::ifstream file(request.files.at(0).path);
    seen.assign(std::istreambuf_iterator<char>(file), {});
    return support::echo(request);
  });
  const std::string photo(200'000, 'x');
  RawClient client(served.port());
  client.send(post(form(
      multipart_part("lieu", "", "Épinal") +
      multipart_part("photo", "; filename=\"C:\\fakepath\\salle de bain.jpg\"\r\nContent-Type: image/jpeg", photo) +
      multipart_part("vide", "; filename=\"\"", ""))));
  EXPECT_EQ(client.answer().value().body, "POST /p|lieu=Épinal|photo:salle de bain.jpg:image/jpeg:200000");
  EXPECT_EQ(seen, photo);
  EXPECT_EQ(served.uploads().count(), 0u);
}

TEST(KernelUploads, a_handler_may_keep_a_file_by_moving_it) {
  support::TemporaryFolder documents;
  Served served([&](Request& request) {
    std::filesystem::rename(request.files.at(0).path, documents.path() / "kept");
    return text_response(200, "");
  });
  EXPECT_EQ(status_of(served, post(form(multipart_part("f", "; filename=\"a\"", "abc")))), 200);
  EXPECT_EQ(std::filesystem::file_size(documents.path() / "kept"), 3u);
}

TEST(KernelUploads, a_body_cut_short_or_malformed_is_refused_and_leaves_no_file) {
  Served served(support::echo);
  const std::string part = multipart_part("f", "; filename=\"a\"", std::string(100'000, 'x'));
  EXPECT_EQ(status_of(served, post(part)), 400);  // no closing delimiter
  EXPECT_EQ(status_of(served, post("x" + form(part))), 400);
  EXPECT_EQ(status_of(served, post(form(multipart_part("f", "\r\nContent-Disposition: form-data; name=\"g\"", "x")))),
            400);
  EXPECT_EQ(status_of(served, post(form(multipart_part("f", "", "\xff")))), 400);
  EXPECT_EQ(status_of(served, post(form(part + multipart_part("f", "", std::string(1, '\0'))))), 400);
  EXPECT_TRUE(comes_true([&] { return served.uploads().count() == 0; }));
}

TEST(KernelUploads, a_client_gone_in_the_middle_leaves_no_file) {
  Served served(support::echo);
  const std::string begun =
      "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n" + std::string(300'000, 'x');
  for (const bool reset : {false, true}) {
    RawClient client(served.port());
    client.send(multipart_head(1'000'000) + begun);
    EXPECT_TRUE(comes_true([&] { return served.uploads().count() == 1; }));
    if (reset)
      client.abort();
    else
      client.close();
    EXPECT_TRUE(comes_true([&] { return served.uploads().count() == 0; }));
  }
}

TEST(KernelUploads, files_bodies_fields_and_parts_have_a_limit) {
  KernelOptions options;
  options.limits.upload_bytes = 1'000'000;
  options.limits.file_bytes = 300'000;
  options.limits.form_bytes = 10'000;
  options.limits.parts = 3;
  Served served(support::echo, options);
  const std::string small = multipart_part("f", "; filename=\"a\"", std::string(300'000, 'x'));
  EXPECT_EQ(status_of(served, post(form(small))), 200);
  EXPECT_EQ(status_of(served, post(form(multipart_part("f", "; filename=\"a\"", std::string(300'001, 'x'))))), 200);
  EXPECT_EQ(status_of(served, post(form(small + small + small + small))), 413);
  EXPECT_EQ(status_of(served, post(form(multipart_part("t", "", std::string(10'001, 'x'))))), 413);
  const std::string field = multipart_part("t", "", "x");
  EXPECT_EQ(status_of(served, post(form(field + field + field))), 200);
  EXPECT_EQ(status_of(served, post(form(field + field + field + field))), 413);
  EXPECT_EQ(status_of(served, multipart_head(1'000'001)), 413);
  EXPECT_TRUE(comes_true([&] { return served.uploads().count() == 0; }));
}

TEST(KernelUploads, of_a_file_above_the_limit_nothing_is_kept_but_its_size_and_the_rest_of_the_form) {
  KernelOptions options;
  options.limits.file_bytes = 300'000;
  std::uint64_t told = 0, kept = 1;
  std::string field;
  Served served(
      [&](Request& request) {
        told = request.files.at(0).size;
        kept = std::filesystem::file_size(request.files.at(0).path);
        field = request.form.get("t");
        return text_response(200, "");
      },
      options);
  const std::string large = multipart_part("f", "; filename=\"a\"", std::string(700'000, 'x'));
  EXPECT_EQ(status_of(served, post(form(large + multipart_part("t", "", "typed")))), 200);
  EXPECT_EQ(told, 700'000U);
  EXPECT_EQ(kept, 0U);
  EXPECT_EQ(field, "typed");
}

TEST(KernelUploads, one_too_many_at_the_same_time_is_answered_503) {
  KernelOptions options;
  options.limits.uploads = 1;
  Served served(support::echo, options);
  const std::string whole = post(form(multipart_part("t", "", "x")));
  {
    RawClient first(served.port());
    first.send(multipart_head(1000) + "--b\r\n");
    EXPECT_TRUE(comes_true([&] { return status_of(served, whole) == 503; }));
    EXPECT_EQ(status_of(served, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"), 200);
  }
  EXPECT_TRUE(comes_true([&] { return status_of(served, whole) == 200; }));
}

TEST(KernelUploads, sixty_megabytes_pass_without_being_held_in_memory) {
  KernelOptions options;
  options.limits.file_bytes = options.limits.upload_bytes = 64u << 20;
  Served served(support::echo, options);
  ASSERT_EQ(status_of(served, post(form(multipart_part("f", "; filename=\"a\"", std::string(200'000, 'x'))))), 200);

  const std::size_t before = resident_bytes();
  std::size_t most = before;
  constexpr std::size_t size = 60u << 20;
  const std::string begin = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n";
  const std::string end = "\r\n--b--\r\n";
  const std::string piece(1u << 20, 'x');
  RawClient client(served.port());
  client.send(multipart_head(begin.size() + size + end.size()) + begin);
  for (std::size_t sent = 0; sent < size; sent += piece.size()) {
    ASSERT_TRUE(client.send(piece));
    most = std::max(most, resident_bytes());
  }
  client.send(end);
  EXPECT_EQ(client.answer("POST", 30s).value().body, fmt::format("POST /p|f:a::{}", size));
  EXPECT_LT(most - before,
            size / 2);  // the sanitizers keep freed pieces for a while; held whole, it would be twice this
}

TEST(KernelUploads, what_a_killed_process_left_is_removed_a_day_later) {
  support::TemporaryFolder folder;
  const auto days_ago = [&](const char* name, int days) {
    const auto path = folder.path() / name;
    std::ofstream(path) << "x";
    std::filesystem::last_write_time(path,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(24 * days + 1));
    return path;
  };
  const auto old = days_ago("upload-abcdef", 1);
  const auto recent = days_ago("upload-ghijkl", 0);
  const auto other = days_ago("document", 30);
  KernelOptions options;
  options.temporary_folder = folder.path();
  Kernel::open(options, support::echo, [](int status) { return text_response(status, ""); });
  EXPECT_FALSE(std::filesystem::exists(old));
  EXPECT_TRUE(std::filesystem::exists(recent));
  EXPECT_TRUE(std::filesystem::exists(other));
}

TEST(KernelUploads, when_the_disk_refuses_the_answer_is_503_and_reading_goes_on) {
  Served served(support::echo);
  std::filesystem::remove(served.uploads().path());
  EXPECT_EQ(status_of(served, post(form(multipart_part("f", "; filename=\"a\"", "abc")))), 503);
  EXPECT_EQ(status_of(served, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"), 200);
}

}  // namespace
}  // namespace web
