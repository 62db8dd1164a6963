#include "web/body_reader.hpp"

#include <algorithm>
#include <system_error>

#include "web/forms.hpp"
#include "web/part_head.hpp"
#include "web/upload.hpp"

namespace web {

namespace asio = boost::asio;

namespace {

constexpr std::size_t read_size = 64 * 1024;  // also what an upload holds in memory

enum class BodyKind { form, multipart, json, unsupported };

BodyKind kind_of(const std::optional<ParameterizedValue>& content_type) {
  if (!content_type) return BodyKind::unsupported;
  const std::string_view type = content_type->head;
  if (type == "application/x-www-form-urlencoded") return BodyKind::form;
  if (type == "multipart/form-data") return BodyKind::multipart;
  if (type == "application/json" || (type.starts_with("application/") && type.ends_with("+json")))
    return BodyKind::json;
  return BodyKind::unsupported;
}

// One of the uploads that may be under way: they bound what strangers can make the disk hold.
class UploadSlot {
 public:
  UploadSlot(std::size_t& taken, std::size_t limit) : taken_(taken) {
    if (taken_ >= limit) throw Refused{503};
    ++taken_;
  }
  ~UploadSlot() { --taken_; }
  UploadSlot(const UploadSlot&) = delete;
  UploadSlot& operator=(const UploadSlot&) = delete;

 private:
  std::size_t& taken_;
};

}  // namespace

Awaitable<void> BodyReader::read() {
  begun_ = std::chrono::steady_clock::now();
  const KernelLimits& limits = server_.options.limits;
  const BodyKind kind = kind_of(parse_parameters(request_.header("content-type")));
  switch (kind) {
    case BodyKind::unsupported:
      throw Refused{415};
    case BodyKind::multipart: {
      const UploadSlot slot(server_.uploads, limits.uploads);
      co_await admit(limits.upload_bytes);
      co_await read_multipart();
      co_return;
    }
    case BodyKind::form:
    case BodyKind::json:
      co_await admit(limits.form_bytes);
      co_await read_whole();
      break;
  }
  if (kind == BodyKind::json) co_return;
  auto form = parse_form(request_.body);
  if (!form) throw Refused{400};
  request_.form = std::move(*form);
  request_.body = {};
}

// Refuses a body whose declared length is over the limit before it is sent, else invites a client that waits.
Awaitable<void> BodyReader::admit(std::uint64_t limit) {
  limit_ = limit;
  if (parser_.declared_length().value_or(0) > limit) throw Refused{413};
  if (!parser_.expects_continue() || !wire_.input().empty()) co_return;
  static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  wire_.set_deadline(begun_ + std::chrono::seconds(server_.options.limits.write_seconds));
  co_await wire_.send({asio::const_buffer(go_on.data(), go_on.size()), asio::const_buffer()});
}

Awaitable<void> BodyReader::read_whole() {
  while (!parser_.is_done()) {
    co_await next_bytes();
    request_.body.append(parser_.decoded());
    parser_.decoded().clear();
  }
}

Awaitable<void> BodyReader::read_multipart() {
  const auto boundary = multipart_boundary(request_.header("content-type"));
  if (!boundary) throw Refused{400};
  Upload upload(request_, server_.options.temporary_folder, server_.options.limits);
  MultipartParser parts(*boundary, upload);
  bool well_formed = true;
  auto store = [&] {
    well_formed = parts.feed(parser_.decoded());
    parser_.decoded().clear();
  };
  while (!parser_.is_done()) {
    co_await next_bytes();
    if (parser_.decoded().size() < read_size && !parser_.is_done()) continue;  // worth a visit to a worker
    try {
      co_await worker_.run(store);
    } catch (const std::system_error&) {  // the disk is full or gone: nothing of the request is kept
      throw Refused{503};
    }
    if (!well_formed) throw Refused{400};
    if (upload.refusal() != 0) throw Refused{upload.refusal()};
  }
  if (!parts.complete()) throw Refused{400};
}

Awaitable<void> BodyReader::next_bytes() {
  if (wire_.input().empty()) {
    wire_.set_deadline(next_deadline());
    co_await wire_.receive(read_size);
  }
  std::string_view input = wire_.input();
  const std::size_t before = parser_.decoded().size();
  if (const int status = parser_.read_body(input)) throw Refused{status};
  const std::size_t taken = wire_.input().size() - input.size();
  wire_.consume(taken);
  received_ += parser_.decoded().size() - before;
  if (received_ > limit_) throw Refused{413};
  if (taken > 0 || parser_.is_done()) co_return;

  if (wire_.full()) throw Refused{400};  // a chunk's header or the trailers without an end
  wire_.set_deadline(next_deadline());
  co_await wire_.receive(read_size);
}

// The time by which more must have come: what has been received, at the least rate, after a moment of grace.
SteadyTime BodyReader::next_deadline() const {
  const KernelLimits& limits = server_.options.limits;
  const auto at_least_rate = std::chrono::seconds(received_ / limits.min_body_rate);
  const auto grace = std::chrono::seconds(limits.body_grace_seconds);
  return begun_ + std::min<std::chrono::seconds>(grace + at_least_rate, std::chrono::seconds(limits.body_seconds));
}

}  // namespace web
