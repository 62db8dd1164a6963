#include "floor/documents/image_header.hpp"

#include <cstdint>

namespace documents {
namespace {

using namespace std::string_view_literals;

enum class Order { big, little };

// Reading beyond the end gives zeros: what is cut short then fails the checks on its values.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes, Order order = Order::big) : bytes_(bytes), order_(order) {}

  std::uint32_t number(std::size_t at, int length) const {
    std::uint32_t value = 0;
    for (int i = 0; i < length; ++i) {
      const int nth = order_ == Order::big ? i : length - 1 - i;
      value = value << 8 | byte(at + static_cast<std::size_t>(nth));
    }
    return value;
  }
  std::uint32_t byte(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }
  std::string_view part(std::size_t at, std::size_t length) const {
    return at < bytes_.size() ? bytes_.substr(at, length) : std::string_view();
  }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
  Order order_;
};

ImageSize size_of(std::uint32_t width, std::uint32_t height) {
  const auto bounded = [](std::uint32_t length) { return static_cast<int>(length & 0x7FFFFFFF); };
  return {bounded(width), bounded(height)};
}

// The first directory of a TIFF block (TIFF 6.0), as Exif stands in all three types.
int orientation_in(std::string_view tiff) {
  constexpr std::uint32_t tag_orientation = 0x0112;
  if (tiff.starts_with("Exif\0\0"sv)) tiff.remove_prefix(6);
  const bool little = tiff.starts_with("II*\0"sv);
  if (!little && !tiff.starts_with("MM\0*"sv)) return 1;
  const Bytes bytes(tiff, little ? Order::little : Order::big);
  const std::size_t directory = bytes.number(4, 4);
  const std::uint32_t entries = bytes.number(directory, 2);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (entry >= bytes.size()) break;
    if (bytes.number(entry, 2) != tag_orientation) continue;
    const auto value = static_cast<int>(bytes.number(entry + 8, 2));
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

bool is_start_of_frame(std::uint32_t marker) {  // ITU-T T.81 table B.1; C4, C8 and CC are other things
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<ImageHeader> read_jpeg(std::string_view file) {
  constexpr std::uint32_t start_of_scan = 0xDA, app1 = 0xE1;
  const Bytes bytes(file);
  ImageHeader header{};
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (bytes.byte(at) != 0xFF) return std::nullopt;
    const std::uint32_t marker = bytes.byte(at + 1);
    if (marker == 0xFF) {  // a filling byte
      ++at;
      continue;
    }
    const std::uint32_t length = bytes.number(at + 2, 2);
    if (length < 2) return std::nullopt;
    if (is_start_of_frame(marker)) header.size = size_of(bytes.number(at + 7, 2), bytes.number(at + 5, 2));
    if (marker == app1 && bytes.part(at + 4, 6) == "Exif\0\0"sv)
      header.orientation = orientation_in(bytes.part(at + 4, length - 2));
    if (marker == start_of_scan) {
      // In a scan an FF is always followed by 00 or a restart marker: FF D9 can only be the end of the image.
      if (file.find("\xFF\xD9"sv, at) == std::string_view::npos) return std::nullopt;
      return header;
    }
    at += 2 + length;
  }
  return std::nullopt;
}

std::optional<ImageHeader> read_png(std::string_view file) {
  const Bytes bytes(file);
  ImageHeader header{};
  for (std::size_t at = 8; at + 12 <= bytes.size();) {  // length, type, data, CRC
    const std::size_t length = bytes.number(at, 4);
    const std::string_view type = bytes.part(at + 4, 4);
    if (at == 8 && type != "IHDR") return std::nullopt;
    if (type == "IHDR") header.size = size_of(bytes.number(at + 8, 4), bytes.number(at + 12, 4));
    if (type == "eXIf") header.orientation = orientation_in(bytes.part(at + 8, length));
    if (type == "IEND") return header;
    at += 12 + length;
  }
  return std::nullopt;
}

// RFC 9649: a simple file is one VP8 or VP8L chunk; an extended one begins with VP8X.
std::optional<ImageHeader> read_webp(std::string_view file) {
  const Bytes bytes(file, Order::little);
  const std::size_t end = 8 + std::size_t{bytes.number(4, 4)};
  if (end > bytes.size()) return std::nullopt;
  ImageHeader header{};
  for (std::size_t at = 12; at + 8 <= end;) {
    const std::string_view type = bytes.part(at, 4);
    const std::size_t length = bytes.number(at + 4, 4);
    const std::size_t data = at + 8;
    if (at == 12 && type == "VP8X") {
      header.size = size_of(bytes.number(data + 4, 3) + 1, bytes.number(data + 7, 3) + 1);
    } else if (at == 12 && type == "VP8 ") {
      header.size = size_of(bytes.number(data + 6, 2) & 0x3FFF, bytes.number(data + 8, 2) & 0x3FFF);
    } else if (at == 12 && type == "VP8L") {
      const std::uint32_t sizes = bytes.number(data + 1, 4);
      header.size = size_of((sizes & 0x3FFF) + 1, (sizes >> 14 & 0x3FFF) + 1);
    }
    if (type == "EXIF") header.orientation = orientation_in(bytes.part(data, length));
    at = data + length + (length & 1);
  }
  return header;
}

}  // namespace

std::optional<ImageHeader> read_image_header(MediaType type, std::string_view bytes) {
  if (media_type_of(bytes) != type) return std::nullopt;
  const auto read = [&]() -> std::optional<ImageHeader> {
    switch (type) {
      case MediaType::jpeg:
        return read_jpeg(bytes);
      case MediaType::png:
        return read_png(bytes);
      case MediaType::webp:
        return read_webp(bytes);
      case MediaType::pdf:
      case MediaType::xlsx:
        break;
    }
    return std::nullopt;
  };
  const auto header = read();
  if (!header || header->size.width <= 0 || header->size.height <= 0) return std::nullopt;
  return header;
}

}  // namespace documents
