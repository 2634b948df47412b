package main

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // image.Decode reads what is registered.
	_ "image/png"
	"io"
	"net/http"
)

const (
	// maxUpload is the most bytes of an image.
	maxUpload = 1 << 20
	// maxPixels bounds what a small file can unfold to.
	maxPixels = 4 << 20
)

// refusal is an error of the caller, with the status that says so.
type refusal struct {
	code int
	text string
}

// readPicture gives the bytes of a complete PNG or JPEG and its content type, whatever type the caller claims.
func readPicture(w http.ResponseWriter, r *http.Request) ([]byte, string, *refusal) {
	content, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxUpload))
	if _, tooLarge := err.(*http.MaxBytesError); tooLarge {
		return nil, "", &refusal{http.StatusRequestEntityTooLarge, "the image has more than 1 MiB: send a smaller one"}
	}
	if err != nil {
		return nil, "", &refusal{http.StatusBadRequest, "the request ended before its image did"}
	}
	if len(content) == 0 {
		return nil, "", &refusal{http.StatusBadRequest, "there is no image: send a PNG or JPEG as the body"}
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return nil, "", &refusal{http.StatusUnsupportedMediaType, "the file is no PNG and no JPEG, whatever its name says"}
	}
	if config.Width*config.Height > maxPixels {
		text := fmt.Sprintf("the image has %d x %d pixels: send one of at most 2048 x 2048", config.Width, config.Height)
		return nil, "", &refusal{http.StatusRequestEntityTooLarge, text}
	}
	if _, _, err := image.Decode(bytes.NewReader(content)); err != nil {
		return nil, "", &refusal{http.StatusBadRequest, "the image is damaged or not complete: send it again"}
	}
	return content, "image/" + format, nil
}
