package main

// advice is what to do with a product of one material.
type advice struct {
	Material string `json:"material"`
	Plastic  string `json:"plastic"`
	// Action is one of reuse, recycle and resell.
	Action string `json:"action"`
	Text   string `json:"text"`
}

// byCode has the seven resin identification codes; what to do is this application's own opinion.
//
// See https://www.astm.org/d7611_d7611m-21.html
var byCode = map[int]advice{
	1: {"PET", "polyethylene terephthalate", "recycle", "Empty it, press it flat and return it: bottles become bottles and fleece."},
	2: {"HDPE", "high-density polyethylene", "reuse", "Rinse it and fill it again: canisters and bottles of it last for years."},
	3: {"PVC", "polyvinyl chloride", "resell", "Keep it out of the plastics bin: whole pipes, profiles and floors find a buyer."},
	4: {"LDPE", "low-density polyethylene", "recycle", "Collect clean bags and film, and bring them to where film is taken back."},
	5: {"PP", "polypropylene", "reuse", "Keep the box: it stands heat and the dishwasher, so use it for food again."},
	6: {"PS", "polystyrene", "reuse", "Few collections take it: pack the next parcel with it before you throw it away."},
	7: {"OTHER", "other plastics, such as polycarbonate and ABS", "resell", "Nobody can sort a mix: if the thing still works, sell it or give it away."},
}
