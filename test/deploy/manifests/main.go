// Reads deploy/ as its users' tools do, and prints what they see as JSON: the Kubernetes manifests as kustomize renders
// them, decoded strictly into Kubernetes' own types, and compose.yaml as Compose loads it. A field that does not exist, or that has
// the wrong type, is an error.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/compose-spec/compose-go/v2/cli"
	"k8s.io/apimachinery/pkg/runtime"
	serializer "k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/client-go/kubernetes/scheme"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(deploy string) error {
	rendered, err := render(filepath.Join(deploy, "kubernetes"))
	if err != nil {
		return err
	}
	source, err := os.ReadFile(filepath.Join(deploy, "kubernetes", "app.yaml"))
	if err != nil {
		return err
	}
	app, err := decode(source)
	if err != nil {
		return fmt.Errorf("app.yaml: %w", err)
	}
	compose, err := loadCompose(filepath.Join(deploy, "compose.yaml"))
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]any{"kubernetes": rendered, "app": app, "compose": compose})
}

// What `kubectl apply -k` would send.
func render(folder string) ([]runtime.Object, error) {
	resources, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(filesys.MakeFsOnDisk(), folder)
	if err != nil {
		return nil, err
	}
	objects := make([]runtime.Object, 0, resources.Size())
	for _, resource := range resources.Resources() {
		yaml, err := resource.AsYAML()
		if err != nil {
			return nil, err
		}
		object, err := decode(yaml)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", resource.CurId(), err)
		}
		objects = append(objects, object)
	}
	return objects, nil
}

func decode(yaml []byte) (runtime.Object, error) {
	options := serializer.SerializerOptions{Yaml: true, Strict: true}
	strict := serializer.NewSerializerWithOptions(serializer.DefaultMetaFactory, scheme.Scheme, scheme.Scheme, options)
	object, _, err := strict.Decode(yaml, nil, nil)
	return object, err
}

func loadCompose(file string) (any, error) {
	options, err := cli.NewProjectOptions([]string{file}, cli.WithName("heddle"))
	if err != nil {
		return nil, err
	}
	return options.LoadProject(context.Background())
}
