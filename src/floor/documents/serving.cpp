#include "base/utf8.hpp"
#include "floor/documents/documents.hpp"
#include "web/percent.hpp"

namespace documents {
namespace {

// For readers that know no RFC 5987: one underscore for what a quoted ASCII string cannot hold.
std::string in_ascii(std::string_view name) {
  std::string ascii;
  for (std::size_t at = 0; at < name.size();) {
    const base::CodePoint point = base::decode_utf8(name, at);
    const bool plain =
        point.value >= 0x20 && point.value < 0x7F && point.value != '"' && point.value != '\\' && point.value != '%';
    ascii += plain ? static_cast<char>(point.value) : '_';
    at += point.length;
  }
  return ascii;
}

// RFC 6266; RFC 5987 for what is not ASCII.
std::string as_attachment(std::string_view filename) {
  return "attachment; filename=\"" + in_ascii(filename) + "\"; filename*=UTF-8''" + web::encode_percent(filename);
}

web::Response from_disk(std::filesystem::path path, std::string_view type) {
  web::Response response;
  response.file = std::move(path);
  response.header("Content-Type", std::string(type)).header("X-Content-Type-Options", "nosniff");
  return response;
}

}  // namespace

web::Response serve(const Store& store, const Document& document) {
  web::Response response = from_disk(store.path_of(document.owner, document.sha256), to_text(document.type));
  response.header("Content-Disposition", as_attachment(document.filename));
  response.header("Cache-Control", "private, no-store");
  return response;
}

web::Response serve_thumbnail(const Store& store, const Document& document) {
  MANDAT_ASSERT(document.has_thumbnail);
  web::Response response =
      from_disk(store.thumbnail_path_of(document.owner, document.sha256), to_text(MediaType::jpeg));
  response.header("Content-Disposition", "inline");
  response.header("Cache-Control", "private, max-age=3600");
  return response;
}

}  // namespace documents
