#include "floor/documents/image_rewrite.hpp"

#include <gd.h>

#include <cerrno>
#include <memory>
#include <system_error>

#include "floor/documents/descriptor.hpp"
#include "floor/documents/image_header.hpp"
#include "floor/documents/media_type.hpp"

namespace documents {
namespace {

constexpr int kept_quality = 88;  // of JPEG and WebP: no loss that an expert would see, and smaller than phones write
constexpr int thumbnail_quality = 75;
constexpr int png_effort = 3;  // of zlib: less than half the time of its usual 6, for a fifth more bytes
constexpr int white = 0xFFFFFF;

using Image = std::unique_ptr<gdImage, decltype(&gdImageDestroy)>;
Image owned(gdImage* image) { return {image, &gdImageDestroy}; }

Image decoded(MediaType type, std::string_view bytes) {
  const int size = static_cast<int>(bytes.size());
  void* const data = const_cast<char*>(bytes.data());  // libgd only reads them
  switch (type) {
    case MediaType::jpeg:
      return owned(gdImageCreateFromJpegPtr(size, data));
    case MediaType::png:
      return owned(gdImageCreateFromPngPtr(size, data));
    case MediaType::webp:
      return owned(gdImageCreateFromWebpPtr(size, data));
    case MediaType::pdf:
    case MediaType::xlsx:
      break;
  }
  return owned(nullptr);
}

// Exif 2.32, 4.6.4.A: how the stored rows and columns stand to the upright image.
Image upright(Image image, int orientation) {
  if (!image || orientation == 1) return image;
  gdImagePaletteToTrueColor(image.get());
  const int width = gdImageSX(image.get()), height = gdImageSY(image.get());
  const bool sideways = orientation >= 5;
  const bool mirrored = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool upside_down = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Image turned = owned(sideways ? gdImageCreateTrueColor(height, width) : gdImageCreateTrueColor(width, height));
  if (!turned) return turned;
  for (int y = 0; y < gdImageSY(turned.get()); ++y) {
    for (int x = 0; x < gdImageSX(turned.get()); ++x) {
      const int column = sideways ? y : x, row = sideways ? x : y;
      turned->tpixels[y][x] =
          image->tpixels[upside_down ? height - 1 - row : row][mirrored ? width - 1 - column : column];
    }
  }
  return turned;
}

Image reduced(const Image& image, int side) {
  const ImageSize size{gdImageSX(image.get()), gdImageSY(image.get())};
  const ImageSize small = thumbnail_of(size, side);
  Image thumbnail = owned(gdImageCreateTrueColor(small.width, small.height));
  if (!thumbnail) return thumbnail;
  gdImageFilledRectangle(thumbnail.get(), 0, 0, small.width, small.height, white);  // behind what is transparent
  gdImageCopyResampled(thumbnail.get(), image.get(), 0, 0, 0, 0, small.width, small.height, size.width, size.height);
  return thumbnail;
}

struct Encoded {
  std::unique_ptr<void, decltype(&gdFree)> data{nullptr, &gdFree};
  int size = 0;
};

Encoded encoded(MediaType type, gdImage& image, int quality) {
  Encoded result;
  switch (type) {
    case MediaType::jpeg:
      result.data.reset(gdImageJpegPtr(&image, &result.size, quality));
      break;
    case MediaType::png:
      gdImageSaveAlpha(&image, 1);
      result.data.reset(gdImagePngPtrEx(&image, &result.size, png_effort));
      break;
    case MediaType::webp:
      gdImagePaletteToTrueColor(&image);
      result.data.reset(gdImageWebpPtrEx(&image, &result.size, quality));
      break;
    case MediaType::pdf:
    case MediaType::xlsx:
      break;
  }
  return result;
}

Verdict write(const Encoded& encoded, int descriptor) {
  if (!encoded.data || encoded.size <= 0) return Verdict::damaged;
  write_all(descriptor, {static_cast<const char*>(encoded.data.get()), static_cast<std::size_t>(encoded.size)});
  return Verdict::sound;
}

}  // namespace

Verdict rewrite_image(std::string_view bytes, const ImageLimits& limits, int image, int thumbnail) {
  gdSetErrorMethod([](int, const char*, va_list) {});
  const auto type = media_type_of(bytes);
  const auto header = type ? read_image_header(*type, bytes) : std::nullopt;
  if (!header) return Verdict::damaged;
  if (!within(limits, header->size)) return Verdict::too_many_pixels;

  Image pixels = upright(decoded(*type, bytes), header->orientation);
  if (!pixels) return Verdict::damaged;
  const Image small = reduced(pixels, limits.thumbnail_side);
  if (!small) return Verdict::damaged;
  const Verdict written = write(encoded(*type, *pixels, kept_quality), image);
  if (written != Verdict::sound) return written;
  return write(encoded(MediaType::jpeg, *small, thumbnail_quality), thumbnail);
}

}  // namespace documents
