#include "web/response_writer.hpp"

#include <fcntl.h>
#include <fmt/compile.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/beast/http/status.hpp>
#include <cerrno>
#include <system_error>
#include <vector>

namespace web {

namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace {

constexpr std::size_t piece = 64 * 1024;  // what must have left within `write_seconds`

bool never_has_body(int status) { return status == 204 || status == 304; }

}  // namespace

// A file being sent. Opened and read on workers.
class ResponseWriter::FileSource {
 public:
  explicit FileSource(const std::filesystem::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    struct stat status {};
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
      const int cause = errno;
      if (descriptor_ >= 0) ::close(descriptor_);
      throw std::system_error(cause, std::generic_category(), path.string());
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
  }
  ~FileSource() { ::close(descriptor_); }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  void read_next() {
    buffer_.resize(std::min<std::uint64_t>(piece, size_ - sent_));
    const ssize_t count = ::read(descriptor_, buffer_.data(), buffer_.size());
    if (count <= 0) throw std::system_error(count < 0 ? errno : EIO, std::generic_category(), "file being sent");
    buffer_.resize(static_cast<std::size_t>(count));
    sent_ += buffer_.size();
  }

  std::uint64_t size() const { return size_; }
  bool at_end() const { return sent_ == size_; }
  std::string_view bytes() const { return {buffer_.data(), buffer_.size()}; }

 private:
  int descriptor_;
  std::uint64_t size_ = 0;
  std::uint64_t sent_ = 0;
  std::vector<char> buffer_;
};

ResponseWriter::ResponseWriter(const Server& server, Wire& wire, WorkerHop& worker)
    : server_(server), wire_(wire), worker_(worker) {}

ResponseWriter::~ResponseWriter() = default;

void ResponseWriter::open_file(const Response& response) {
  if (!response.file.empty()) file_ = std::make_unique<FileSource>(response.file);
}

// A later kind of body (server-sent events) is one more source here: its head has no length, its pieces come when they
// come.
Awaitable<void> ResponseWriter::write(const Response& response, bool without_body, AfterAnswer after) {
  if (file_) {
    write_head(response, file_->size(), after);
    if (without_body)
      co_await send(head_, {});
    else
      co_await send_file();
    file_.reset();
    co_return;
  }
  const std::string_view body = response.static_body.empty() ? std::string_view(response.body) : response.static_body;
  const bool bodiless = never_has_body(response.status);
  write_head(response, bodiless ? std::nullopt : std::optional<std::uint64_t>(body.size()), after);
  co_await send_text(without_body || bodiless ? std::string_view() : body);
}

void ResponseWriter::write_head(const Response& response, std::optional<std::uint64_t> length, AfterAnswer after) {
  head_.clear();
  auto out = std::back_inserter(head_);
  const auto reason = http::obsolete_reason(http::int_to_status(static_cast<unsigned>(response.status)));
  fmt::format_to(out, FMT_COMPILE("HTTP/1.1 {} {}\r\nDate: {}\r\n"), response.status,
                 std::string_view(reason.data(), reason.size()), server_.date);
  for (const auto& [name, value] : response.headers) head_.append(name).append(": ").append(value).append("\r\n");
  if (length) fmt::format_to(out, FMT_COMPILE("Content-Length: {}\r\n"), *length);
  head_.append(after == AfterAnswer::close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n");
}

Awaitable<void> ResponseWriter::send(std::string_view head, std::string_view body) {
  wire_.set_deadline(std::chrono::steady_clock::now() + std::chrono::seconds(server_.options.limits.write_seconds));
  co_await wire_.send({asio::const_buffer(head.data(), head.size()), asio::const_buffer(body.data(), body.size())});
}

Awaitable<void> ResponseWriter::send_text(std::string_view body) {
  co_await send(head_, body.substr(0, piece));
  for (body.remove_prefix(std::min(piece, body.size())); !body.empty();
       body.remove_prefix(std::min(piece, body.size())))
    co_await send(body.substr(0, piece), {});
}

Awaitable<void> ResponseWriter::send_file() {
  std::string_view head = head_;
  auto read_next = [this] { file_->read_next(); };
  while (!file_->at_end()) {
    try {
      co_await worker_.run(read_next);
    } catch (const std::system_error&) {
      throw Gone{};  // the length is announced already: a short answer must look broken
    }
    co_await send(std::exchange(head, {}), file_->bytes());
  }
  if (!head.empty()) co_await send(head, {});
}

}  // namespace web
