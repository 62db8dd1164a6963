// multipart/form-data (RFC 7578) read as it arrives: memory holds one chunk and one part's headers, never a body.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace web {

struct MultipartPart {
  std::string name;
  std::optional<std::string>
      filename;              // present: the part is a file; only the last path segment, no control characters
  std::string content_type;  // as sent; empty: none was
};

// What a body's parts become. `part_begin`, any number of `part_bytes`, `part_end`; in the order of the body.
class MultipartSink {
 public:
  virtual ~MultipartSink() = default;
  virtual void part_begin(MultipartPart part) = 0;
  virtual void part_bytes(std::string_view bytes) = 0;
  virtual void part_end() = 0;
};

// The boundary of a `Content-Type: multipart/form-data; boundary=…` value (RFC 2046: 1 to 70 characters of a short
// list).
std::optional<std::string> multipart_boundary(std::string_view content_type);

class MultipartParser {
 public:
  enum class State { preamble, headers, data, delimiter_end, finished, malformed };

  static constexpr std::size_t max_part_head = 4096;  // bytes of one part's headers; malformed above

  MultipartParser(std::string_view boundary, MultipartSink& sink);

  // The next bytes, cut anywhere. What follows the closing delimiter is ignored. False once the body is malformed.
  bool feed(std::string_view bytes);

  // After the last bytes: whether the closing delimiter was met.
  bool complete() const { return state_ == State::finished; }

 private:
  bool step(std::string_view& input);
  bool read_preamble(std::string_view& input);
  bool read_headers(std::string_view& input);
  bool read_data(std::string_view& input);
  bool read_delimiter_end(std::string_view& input);
  bool refuse();

  std::string delimiter_;  // CRLF -- boundary
  MultipartSink& sink_;
  State state_ = State::preamble;
  std::string held_;  // bytes not decided yet: less than a delimiter, or one part's headers so far
};

}  // namespace web
