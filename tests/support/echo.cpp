#include "support/echo.hpp"

#include <fmt/format.h>

namespace support {

web::Response echo(web::Request& request) {
  std::string text = fmt::format("{} {}", web::to_text(request.method), request.path);
  for (const auto& [name, value] : request.query.pairs()) text += fmt::format("|?{}={}", name, value);
  for (const auto& [name, value] : request.form.pairs()) text += fmt::format("|{}={}", name, value);
  for (const web::UploadedFile& file : request.files)
    text += fmt::format("|{}:{}:{}:{}", file.field, file.filename, file.content_type, file.size);
  if (!request.body.empty()) text += "|" + request.body;
  return web::text_response(200, std::move(text));
}

int status_of(const Served& served, std::string_view bytes) {
  RawClient client(served.port());
  client.send(bytes);
  const auto answer = client.answer();
  return answer ? answer->status : 0;
}

std::string multipart_head(std::size_t content_length) {
  return fmt::format(
      "POST /p HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {}\r\n\r\n",
      content_length);
}

std::string multipart_part(std::string_view name, std::string_view extra, std::string_view bytes) {
  return fmt::format("--b\r\nContent-Disposition: form-data; name=\"{}\"{}\r\n\r\n{}\r\n", name, extra, bytes);
}

}  // namespace support
