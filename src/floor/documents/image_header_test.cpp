#include "floor/documents/image_header.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "support/files.hpp"

namespace documents {
namespace {

using namespace std::string_view_literals;

std::optional<ImageSize> size_of(MediaType type, std::string_view bytes) {
  const auto header = read_image_header(type, bytes);
  return header ? std::optional(header->size) : std::nullopt;
}

TEST(ImageHeader, tells_the_size_of_each_type) {
  const std::pair<MediaType, std::string> images[] = {{MediaType::jpeg, support::sample_jpeg(321, 123)},
                                                      {MediaType::png, support::sample_png(321, 123)},
                                                      {MediaType::webp, support::sample_webp(321, 123)}};
  for (const auto& [type, bytes] : images) {
    const auto size = size_of(type, bytes);
    ASSERT_TRUE(size) << to_text(type);
    EXPECT_EQ(size->width, 321) << to_text(type);
    EXPECT_EQ(size->height, 123) << to_text(type);
  }
}

TEST(ImageHeader, tells_the_size_of_lossless_and_extended_webp) {
  const auto lossless = "RIFF\x0D\0\0\0WEBPVP8L\5\0\0\0\x2F\x3F\xC1\x1E\0"sv;  // 320 × 124: 14 bits each, less one
  ASSERT_TRUE(size_of(MediaType::webp, std::string(lossless) + '\0'));
  EXPECT_EQ(size_of(MediaType::webp, std::string(lossless) + '\0')->width, 320);
  EXPECT_EQ(size_of(MediaType::webp, std::string(lossless) + '\0')->height, 124);
  const auto extended = "RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\xFF\xFF\0\x2A\0\0"sv;
  ASSERT_TRUE(size_of(MediaType::webp, extended));
  EXPECT_EQ(size_of(MediaType::webp, extended)->width, 65'536);
  EXPECT_EQ(size_of(MediaType::webp, extended)->height, 43);
}

TEST(ImageHeader, tells_how_the_image_must_be_turned) {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    EXPECT_EQ(read_image_header(MediaType::jpeg, support::turned_jpeg(orientation))->orientation, orientation);
    EXPECT_EQ(read_image_header(MediaType::png, support::turned_png(orientation))->orientation, orientation);
  }
  EXPECT_EQ(read_image_header(MediaType::jpeg, support::turned_jpeg(0))->orientation, 1);
  EXPECT_EQ(read_image_header(MediaType::jpeg, support::turned_jpeg(9))->orientation, 1);
  EXPECT_EQ(read_image_header(MediaType::jpeg, support::sample_jpeg())->orientation, 1);
}

TEST(ImageHeader, is_refused_to_a_file_that_stops_before_its_end) {
  const std::string jpeg = support::sample_jpeg(), png = support::sample_png(), webp = support::sample_webp();
  EXPECT_FALSE(read_image_header(MediaType::jpeg, jpeg.substr(0, jpeg.size() - 2)));
  EXPECT_FALSE(read_image_header(MediaType::png, png.substr(0, png.size() - 12)));
  EXPECT_FALSE(read_image_header(MediaType::webp, webp.substr(0, webp.size() - 1)));
}

TEST(ImageHeader, is_refused_to_another_type_and_to_an_image_without_surface) {
  EXPECT_FALSE(read_image_header(MediaType::png, support::sample_jpeg()));
  EXPECT_FALSE(read_image_header(MediaType::pdf, support::sample_pdf()));
  EXPECT_FALSE(read_image_header(MediaType::png, support::png_announcing(0, 10)));
  EXPECT_FALSE(read_image_header(MediaType::png, support::png_announcing(10, 0)));
}

TEST(ImageHeader, reads_whatever_bytes_within_their_bounds) {
  const std::vector<std::string> models{support::turned_jpeg(6), support::turned_png(6), support::sample_webp()};
  rc::check([&] {
    std::string bytes = *rc::gen::elementOf(models);
    const auto changes = *rc::gen::container<std::vector<std::pair<std::uint16_t, char>>>(
        rc::gen::pair(rc::gen::arbitrary<std::uint16_t>(), rc::gen::arbitrary<char>()));
    for (const auto& [at, byte] : changes) bytes[at % bytes.size()] = byte;
    bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1));
    for (const auto type : {MediaType::jpeg, MediaType::png, MediaType::webp}) {
      const auto header = read_image_header(type, bytes);
      if (!header) continue;
      RC_ASSERT(header->size.width > 0 && header->size.height > 0);
      RC_ASSERT(header->orientation >= 1 && header->orientation <= 8);
    }
  });
}

// P3.limits
TEST(ImageLimits, hold_at_their_very_bounds) {
  const ImageLimits limits = image_limits();
  EXPECT_TRUE(within(limits, {12'000, 1}));
  EXPECT_FALSE(within(limits, {12'001, 1}));
  EXPECT_TRUE(within(limits, {1, 12'000}));
  EXPECT_FALSE(within(limits, {1, 12'001}));
  EXPECT_TRUE(within(limits, {10'000, 5'000}));
  EXPECT_FALSE(within(limits, {10'000, 5'001}));
}

TEST(ImageLimits, reduce_to_a_thumbnail_that_keeps_the_proportions) {
  const auto reduced = [](int width, int height) {
    const ImageSize size = thumbnail_of({width, height}, image_limits().thumbnail_side);
    return std::pair(size.width, size.height);
  };
  EXPECT_EQ(reduced(4'000, 3'000), std::pair(320, 240));
  EXPECT_EQ(reduced(3'000, 4'000), std::pair(240, 320));
  EXPECT_EQ(reduced(320, 100), std::pair(320, 100));
  EXPECT_EQ(reduced(64, 48), std::pair(64, 48));
  EXPECT_EQ(reduced(12'000, 1), std::pair(320, 1));
}

}  // namespace
}  // namespace documents
