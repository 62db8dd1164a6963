// Internal to the kernel: Beast's parser, with the checks that Beast leaves to its user.
#pragma once

#include <boost/beast/http/basic_parser.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "web/http.hpp"
#include "web/kernel.hpp"

namespace web {

class RequestParser final : public boost::beast::http::basic_parser<true> {
 public:
  RequestParser(Request& request, const KernelLimits& limits);

  // `head`: the request line and headers, with the empty line that ends them. Fills the request's method, target, path,
  // query and headers. 0, or the status that refuses the request.
  int read_head(std::string_view head);

  // Decodes the body's next bytes into `decoded()`; takes what it can off the front of `input`. 0, or a refusing
  // status.
  int read_body(std::string_view& input);

  std::string& decoded() { return decoded_; }
  bool known_method() const { return method_known_; }  // what request.method says was received
  bool expects_continue() const { return expects_continue_; }
  bool has_body() const { return !is_done(); }
  std::optional<std::uint64_t> declared_length() const;

 private:
  using error_code = boost::beast::error_code;
  using string_view = boost::beast::string_view;
  using verb = boost::beast::http::verb;
  using field = boost::beast::http::field;

  void on_request_impl(verb method, string_view method_text, string_view target, int version, error_code& ec) override;
  void on_field_impl(field name, string_view name_text, string_view value, error_code& ec) override;
  void on_header_impl(error_code& ec) override;
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code& ec) override;
  std::size_t on_body_impl(string_view bytes, error_code& ec) override;
  void on_chunk_header_impl(std::uint64_t size, string_view extensions, error_code& ec) override;
  std::size_t on_chunk_body_impl(std::uint64_t remaining, string_view bytes, error_code& ec) override;
  void on_finish_impl(error_code& ec) override;
  void on_response_impl(int, string_view, int, error_code&) override {}  // never called: this parses requests

  int check_field(field name, std::string_view value);
  int read_target(std::string_view target);
  int check_framing() const;
  int status_for(const error_code& ec) const;
  void refuse(int status, error_code& ec);

  Request& request_;
  const KernelLimits& limits_;
  std::string decoded_;
  std::string authority_;  // of a target in absolute form
  std::size_t header_count_ = 0;
  int version_ = 0;  // 10 or 11
  int hosts_ = 0;
  int content_lengths_ = 0;
  int transfer_encodings_ = 0;
  int refused_ = 0;
  bool method_known_ = false;
  bool head_read_ = false;  // fields that come later are trailers
  bool expects_continue_ = false;
};

}  // namespace web
