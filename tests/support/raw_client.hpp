// A TCP client that writes exactly what a test says, bytes and pauses included, and reads answers one by one.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

struct RawAnswer {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;

  std::string header(std::string_view lower_case_name) const;  // the first, or empty
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port);  // connects to 127.0.0.1; throws std::system_error
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False when the server has closed its side for good.
  bool send(std::string_view bytes);

  // The next answer, interim ones (100) included. Nothing when the server closes, or is silent for `patience`, before
  // the answer is complete. `method`: of the request, since the answer to HEAD has no body.
  std::optional<RawAnswer> answer(std::string_view method = "GET",
                                  std::chrono::milliseconds patience = std::chrono::seconds(10));

  // Whether the server closes within `patience`, having sent nothing more.
  bool closed_by_server(std::chrono::milliseconds patience = std::chrono::seconds(10));

  void close();
  void abort();  // closes with a reset

 private:
  bool receive(std::chrono::steady_clock::time_point until);

  int socket_ = -1;
  std::string received_;
};

}  // namespace support
