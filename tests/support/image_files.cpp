#include <gd.h>

#include <cstdint>
#include <memory>

#include "support/files.hpp"

namespace support {
namespace {

using namespace std::string_literals;
using Picture = std::unique_ptr<gdImage, decltype(&gdImageDestroy)>;

// A slope of colours: each pixel tells where it stands.
Picture picture(int width, int height) {
  Picture image(gdImageCreateTrueColor(width, height), &gdImageDestroy);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      gdImageSetPixel(image.get(), x, y, gdTrueColor(255 * x / width, 255 * y / height, 128));
  return image;
}

std::string taken(void* data, int size) {
  std::string bytes(static_cast<const char*>(data), static_cast<std::size_t>(size));
  gdFree(data);
  return bytes;
}

std::string big_endian(std::uint32_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xFF);
  return text;
}

// ISO 3309, as PNG asks.
std::uint32_t crc(std::string_view bytes) {
  std::uint32_t value = 0xFFFFFFFF;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ (value & 1 ? 0xEDB88320 : 0);
  }
  return ~value;
}

std::string png_chunk(const std::string& type, const std::string& data) {
  return big_endian(static_cast<std::uint32_t>(data.size()), 4) + type + data + big_endian(crc(type + data), 4);
}

// TIFF 6.0: one directory of one entry, the tag 0x0112.
std::string exif(int orientation) {
  return "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01"s + big_endian(static_cast<std::uint32_t>(orientation), 2) +
         "\0\0\0\0\0\0"s;
}

}  // namespace

std::string sample_jpeg(int width, int height) {
  constexpr int quality = 90;
  int size = 0;
  void* const data = gdImageJpegPtr(picture(width, height).get(), &size, quality);
  return taken(data, size);
}

std::string sample_png(int width, int height) {
  int size = 0;
  void* const data = gdImagePngPtr(picture(width, height).get(), &size);
  return taken(data, size);
}

std::string sample_webp(int width, int height) {
  int size = 0;
  void* const data = gdImageWebpPtr(picture(width, height).get(), &size);
  return taken(data, size);
}

std::string turned_jpeg(int orientation, int width, int height) {
  const std::string block = "Exif\0\0"s + exif(orientation) + "GPS 48.8566 2.3522";
  return sample_jpeg(width, height)
      .insert(2, "\xFF\xE1" + big_endian(static_cast<std::uint32_t>(block.size()) + 2, 2) + block);
}

std::string turned_png(int orientation, int width, int height) {
  constexpr std::size_t after_header = 8 + 25;
  return sample_png(width, height).insert(after_header, png_chunk("eXIf", exif(orientation)));
}

std::string png_announcing(int width, int height) {
  const std::string header = big_endian(static_cast<std::uint32_t>(width), 4) +
                             big_endian(static_cast<std::uint32_t>(height), 4) + "\x08\x02\0\0\0"s;
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", header) + png_chunk("IEND", "");
}

}  // namespace support
